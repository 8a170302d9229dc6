a b
)
