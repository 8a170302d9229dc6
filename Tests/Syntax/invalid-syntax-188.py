lambda
