"""Checks and makes MessagePack with python3-msgpack.

Every line is "<text of the value> <hex of its bytes>".
  oracle.py check         reads lines of hex and says how it reads and repacks each
  oracle.py make SEED N   makes N random values
"""
import random
import struct
import sys

import msgpack


def text(value):
    if value is None:
        return "nil"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return "f" + struct.pack(">d", value).hex()
    if isinstance(value, str):
        return "s" + value.encode().hex()
    if isinstance(value, bytes):
        return "b" + value.hex()
    if isinstance(value, msgpack.Timestamp):
        return f"t{value.seconds}.{value.nanoseconds}"
    if isinstance(value, msgpack.ExtType):
        return f"x{value.code}.{value.data.hex()}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(map(text, value)) + "]"
    return "{" + ",".join(text(k) + ":" + text(v) for k, v in value.items()) + "}"


def integer(rng):
    bits = rng.randrange(65)
    value = rng.getrandbits(bits) if bits else 0
    return max(-(value >> 1), -2**63) if rng.random() < 0.5 else value


def size(rng):
    return rng.choice([0, 1, 5, 15, 16, 31, 32, 255, 256, rng.randrange(400)])


def make(rng, depth):
    kind = rng.randrange(9 if depth > 0 else 7)
    if kind == 0:
        return rng.choice([None, True, False])
    if kind in (1, 2):
        return integer(rng)
    if kind == 3:
        return struct.unpack(">d", rng.randbytes(8))[0] if rng.random() < 0.5 else rng.uniform(-10, 10)
    if kind == 4:
        return "".join(rng.choice("aZ \"\\\n\u00e9\u20ac\U0001f600\0") for _ in range(size(rng)))
    if kind == 5:
        return rng.randbytes(size(rng))
    if kind == 6:
        if rng.random() < 0.5:
            return msgpack.ExtType(rng.randrange(128), rng.randbytes(rng.choice([1, 2, 3, 4, 8, 16, 17, size(rng)])))
        return msgpack.Timestamp(rng.randrange(-2**35, 2**37), rng.choice([0, 100 * rng.randrange(10**7)]))
    count = rng.choice([0, 1, 2, 3, 15, 16, 17]) if depth > 1 else rng.randrange(20)
    if kind == 7:
        return [make(rng, depth - 1) for _ in range(count)]
    return {integer(rng) if rng.random() < 0.5 else f"k{i}": make(rng, depth - 1) for i in range(count)}


def say(value):
    print(text(value), msgpack.packb(value, use_bin_type=True).hex())


if sys.argv[1] == "make":
    source = random.Random(int(sys.argv[2]))
    for _ in range(int(sys.argv[3])):
        say(make(source, 3))
else:
    for line in sys.stdin:
        say(msgpack.unpackb(bytes.fromhex(line), raw=False, strict_map_key=False, timestamp=0))
