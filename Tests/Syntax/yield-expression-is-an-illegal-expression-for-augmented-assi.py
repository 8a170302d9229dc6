(yield x) += 1
