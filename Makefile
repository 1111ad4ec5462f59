# What one does with Pantau from a clone. `make` alone lists it.
SHELL := /bin/bash
PREFIX ?= /usr/local
PACKAGES := libbrotli-dev libcurl4-openssl-dev libdeflate-dev libsodium-dev libsqlite3-dev
RELEASE := .build/release

.PHONY: help packages build release demo test soak kills bench fuzz lint install

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

packages: ## the system packages that are missing (Debian, Ubuntu)
	@Scripts/packages $(PACKAGES)

build: packages ## a debug build
	swift build

release: packages ## an optimised build in .build/release
	@Scripts/release pantau

demo: packages ## the main job on an invented newsroom, without a network
	@Scripts/release pantau newsroom-server
	@Scripts/demo

# Hundreds of tests at once, each with servers and files of its own, are more than the 1,024 open files that a shell usually
# allows: at most 24 run side by side, and the limit is raised as far as it goes.
test: packages ## the whole test suite
	ulimit -n "$$(ulimit -Hn)" || true; SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=24 swift test --disable-xctest

soak: packages ## a simulated day of a service with 10,000 sources on 2,000 hosts
	@Scripts/release soak-run
	$(RELEASE)/soak-run

kills: packages ## the program is killed 50 times while 10,000 prospects are pushed, and 50 times in the review
	Scripts/release pantau referral-run
	$(RELEASE)/referral-run kills
	PANTAU_KILLS=50 swift test --disable-xctest --filter TerminalKillTests

bench: ## what is measured against whom; see Benchmarks/README.md
	@Benchmarks/run

fuzz: ## the readers of foreign bytes against inputs that libFuzzer makes up, a minute each
	@Scripts/fuzz 60

lint: ## layout and style, as CI checks them
	swift format lint --strict -r Sources Tests Plugins Package.swift

install: release ## the program, completions and man page below PREFIX (default /usr/local)
	@Scripts/install "$(PREFIX)" "$(RELEASE)"
