f'{a!s!r}'
