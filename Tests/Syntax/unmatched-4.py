if a b:
  )
