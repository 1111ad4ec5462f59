# What one does with Pantau from a clone. `make` alone lists it.
SHELL := /bin/bash
PREFIX ?= /usr/local
PACKAGES := libcurl4-openssl-dev libsqlite3-dev libsodium-dev
RELEASE := .build/release

.PHONY: help packages build release demo test bench lint install

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

packages: ## the system packages that are missing (Debian, Ubuntu)
	@Scripts/packages $(PACKAGES)

build: packages ## a debug build
	swift build

release: packages ## an optimised build in .build/release
	swift build -c release --product pantau

demo: packages ## the main job on an invented newsroom, without a network
	swift build -c release --product pantau
	swift build -c release --product newsroom-server
	@Scripts/demo

test: packages ## the whole test suite
	swift test --disable-xctest

bench: ## what is measured against whom; see Benchmarks/README.md
	@Benchmarks/run

lint: ## layout and style, as CI checks them
	swift format lint --strict -r Sources Tests Plugins Package.swift

install: release ## the program, completions and man page below PREFIX (default /usr/local)
	@Scripts/install "$(PREFIX)" "$(RELEASE)"
