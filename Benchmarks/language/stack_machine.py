"""An interpreter of a small stack machine that computes primes."""

PUSH, LOAD, STORE, ADD, MUL, MOD, LESS, JUMP, JUMP_IF_ZERO, INCREMENT, HALT = range(11)

PROGRAM = [
    (PUSH, 2), (STORE, "n"),
    (LOAD, "n"), (PUSH, 420), (LESS, None), (JUMP_IF_ZERO, 28),
    (PUSH, 2), (STORE, "d"),
    (LOAD, "d"), (LOAD, "d"), (MUL, None), (LOAD, "n"), (PUSH, 1), (ADD, None), (LESS, None), (JUMP_IF_ZERO, 24),
    (LOAD, "n"), (LOAD, "d"), (MOD, None), (JUMP_IF_ZERO, 26),
    (LOAD, "d"), (PUSH, 1), (ADD, None), (JUMP, 29),
    (INCREMENT, "primes"), (JUMP, 26),
    (INCREMENT, "n"), (JUMP, 2),
    (HALT, None),
    (STORE, "d"), (JUMP, 8),
]


def run(program):
    stack = []
    variables = {"primes": 0}
    counter = steps = 0
    while True:
        operation, operand = program[counter]
        counter += 1
        steps += 1
        if operation == LOAD:
            stack.append(variables[operand])
        elif operation == PUSH:
            stack.append(operand)
        elif operation == ADD:
            right = stack.pop()
            stack.append(stack.pop() + right)
        elif operation == MUL:
            right = stack.pop()
            stack.append(stack.pop() * right)
        elif operation == MOD:
            right = stack.pop()
            stack.append(stack.pop() % right)
        elif operation == LESS:
            right = stack.pop()
            stack.append(1 if stack.pop() < right else 0)
        elif operation == STORE:
            variables[operand] = stack.pop()
        elif operation == JUMP:
            counter = operand
        elif operation == JUMP_IF_ZERO:
            if stack.pop() == 0:
                counter = operand
        elif operation == INCREMENT:
            variables[operand] += 1
        else:
            return variables["primes"], steps


for _ in range(160):
    result = run(PROGRAM)
print(result)
