# Furlong. The first two are all that a fresh machine needs:
#   make demo        set up, build, and evaluate the four studies of datasets/ into build/demo/
#   make test        set up, build, and run the tests
# and then:
#   make setup       install the missing system packages (says which; nothing when all is there)
#   make check       what CI runs: setup, lint, imports, tests, generated pages up to date, notebooks, mutate
#   make test-slow   all tests and the simulations, in release (about a quarter of an hour)
#   make mutate      wrong edits of formulas and of the gate, each of which must make a test fail, and additions that
#                    forget the gate, which must not compile or make one fail
#   make axe         the HTML report and the pages of `furlong serve` held against axe-core in Chromium, where there is one;
#                    stories tagged there by keyboard and by pointer (Scripts/axe)
#   make attack      reads reports of invented colleges back and looks for hidden counts (Tests/Attack)
#   make kill        200 imports and reports ended by kill -9, and what is left (Scripts/kill-harness)
#   make fuzz FOR=60 readers fed with files that libFuzzer makes, so many seconds each (Scripts/fuzz, Tests/Fuzzing)
#   make hostile     files made to do harm: memory, time and message (Scripts/hostile); full disks, damaged bytes (Scripts/misfortunes)
#   make reference FROM=…  SPSS files and workbooks held against other programs' records (Scripts/reference-tables), or
#                    projects of coded stories against Python and the schemas (Scripts/reference-exchange)
#   make format      let swift format put the sources in order
#   make bench       times against scipy, R and others, side by side (Benchmarks/README.md)
#   make docs        write the generated pages again (docs/cli, docs/scales, the graph)
#   make notebooks   execute the notebooks in an environment of their own (notebooks/README.md)
#   make new-scale ID=…  write an instrument to be filled in (docs/guides/scales.md)
#   make golden      record the goldens again; then read git diff
# The version names it.
export FURLONG_COMMIT := $(shell git describe --always --dirty --abbrev=7 2>/dev/null)
# One thread of OpenBLAS, where it is installed, so that digits repeat.
export OPENBLAS_NUM_THREADS := 1

.PHONY: all setup build demo test test-slow check lint imports mutate attack kill fuzz hostile reference coverage format docs docs-check notebooks axe golden bench clean new-scale

all: test

setup:
	@Scripts/setup

build: setup
	swift build -c release --product furlong

demo: build
	@Scripts/demo "$$(swift build -c release --show-bin-path)/furlong" build/demo

test: setup
	swift test

test-slow: setup
	FURLONG_SLOW=1 swift test -c release

# Ten thousand samples of every kind; writes the table in docs/methods/coverage.md.
coverage: setup
	FURLONG_SLOW=1 FURLONG_COVERAGE=10000 swift test -c release --filter CoverageTests

check: setup lint imports test docs-check notebooks axe mutate

lint:
	Scripts/catalogue --check
	Tests/RawCollege/make.py --check
	datasets/messy/make.py --check
	swift format lint --strict --recursive Package.swift Sources Tests

# Builds the tests too, so that the steps of `check` after it find everything built.
imports:
	Scripts/check-imports
	Scripts/check-imports --planted
	swift build --build-tests --explicit-target-dependency-import-check error

docs: setup
	Scripts/catalogue
	swift build --product furlong
	Scripts/docs "$$(swift build --show-bin-path)/furlong"
	Scripts/agreement

new-scale:
	@Scripts/new-scale "$(ID)"

docs-check:
	swift build --product furlong
	Scripts/docs --check "$$(swift build --show-bin-path)/furlong"
	Scripts/agreement --check

notebooks: setup
	swift build --product furlong
	@Scripts/notebooks "$$(swift build --show-bin-path)/furlong"

axe: setup
	swift build --product furlong
	@Scripts/axe "$$(swift build --show-bin-path)/furlong"

mutate: setup
	Scripts/mutate
	Scripts/check-plants

attack: build
	Scripts/attack --self-test
	Scripts/attack --furlong "$$(swift build -c release --show-bin-path)/furlong"

kill: setup
	swift build
	Scripts/kill-harness "$$(swift build --show-bin-path)/furlong" --self-test
	Scripts/kill-harness "$$(swift build --show-bin-path)/furlong" --runs 200

FOR ?= 60
fuzz: setup
	swift build --build-tests
	Scripts/fuzz $(FOR)

hostile: build
	@Scripts/hostile "$$(swift build -c release --show-bin-path)/furlong"
	@Scripts/misfortunes "$$(swift build -c release --show-bin-path)/furlong"

reference: setup
	swift build --build-tests
	@if [ -d "$(FROM)/schema" ]; then Scripts/reference-exchange "$(FROM)"; else Scripts/reference-tables "$(FROM)"; fi

format:
	swift format --in-place --recursive Package.swift Sources Tests

golden: setup
	FURLONG_GOLDEN=all swift test

bench:
	Benchmarks/run

clean:
	rm -rf build .build
