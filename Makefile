# The commands of a developer's day. `make run` and `make test` need nothing but Swift; scripts/setup brings the rest.

SWIFT ?= swift
SOURCES = Package.swift Sources Tests

# A statically linked program starts in half the time, and without the debug sections of the standard library sooner
# still. Apple's toolchain has no static library, its system brings it; and not every system has readline's.
TOOLCHAIN = $(dir $(realpath $(shell command -v $(SWIFT))))..
ARCHIVES = $(wildcard /usr/lib/libreadline.a /usr/lib64/libreadline.a /usr/lib/*/libreadline.a)
WHOLLY = $(if $(ARCHIVES),-Xswiftc -static-executable)
STATIC = $(if $(wildcard $(TOOLCHAIN)/lib/swift_static),--static-swift-stdlib $(WHOLLY) -Xlinker --strip-debug)
RELEASE = $(CURDIR)/.build/release/minipy

# Functions begin at a line of the cache. Then the block of the instruction loop that most cases jump to lies in one line;
# where the linker happens to put it into two, programs take up to a third longer (scripts/check-hot-loop tells).
ALIGNED = -Xswiftc -Xllvm -Xswiftc -align-all-functions=6

.PHONY: run test build setup conformance stress expected fuzz bench manual format lint clean

run: build
	$(RELEASE) samples/gather.mpy

# Unit tests run in a debug build, whose invariants are checked; the programs run on the optimised one, plain and
# under the collector's stress mode.
test: build
	MINIPY_EXECUTABLE=$(RELEASE) $(SWIFT) test

build: setup
	$(SWIFT) build -c release --product minipy $(ALIGNED) $(STATIC)

setup:
	@scripts/setup

# The conformance programs alone, for people: PATTERN=asyncio_ picks some.
conformance:
	scripts/run-conformance --minipy $(RELEASE) $(PATTERN)

stress:
	scripts/run-conformance --stress --minipy $(RELEASE) $(PATTERN)

# Writes the expected output of new programs; needs CPython 3.13.
expected:
	scripts/make-expected $(PATTERN)

# Random programs under CPython 3.13 and minipy; FUZZ="--theme flow --time 60" picks some.
fuzz:
	scripts/fuzz --minipy $(RELEASE) $(FUZZ)

# The manual page, from the table of options.
manual: build
	$(RELEASE) man > docs/minipy.1

bench: build
	Benchmarks/run --all

format:
	$(SWIFT) format format --in-place --parallel --recursive $(SOURCES)

lint:
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

clean:
	$(SWIFT) package clean
