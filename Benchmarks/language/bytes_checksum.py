"""Checksums over bytes: indexing, iteration, shifts and masks of 32 and 64 bits."""

TABLE = []
for number in range(256):
    for _ in range(8):
        number = number >> 1 ^ 0xEDB88320 if number & 1 else number >> 1
    TABLE.append(number)


def crc32(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = TABLE[(crc ^ byte) & 0xFF] ^ crc >> 8
    return crc ^ 0xFFFFFFFF


def fnv(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


def adler(data):
    a, b = 1, 0
    for index in range(len(data)):
        a = (a + data[index]) % 65521
        b = (b + a) % 65521
    return b << 16 | a


data = bytes(range(256)) * 9_000
print(hex(crc32(data)), hex(fnv(data)), hex(adler(data)))
