a ¬ b
