# Builds, runs and tests Outguide on Debian 12 with a Swift toolchain; what else it needs it installs.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.SILENT:
.DEFAULT_GOAL := help

SWIFT ?= swift
# One set of flags for every build of this checkout, so that no command builds it anew for another.
FLAGS := -Xswiftc -warnings-as-errors -Xswiftc -require-explicit-sendable \
	--explicit-target-dependency-import-check error
BIN := .build/debug
STATE := $(or $(XDG_STATE_HOME),$(HOME)/.local/state)/outguide

BUILD_PACKAGES := pkg-config g++ libsqlite3-dev libudev-dev libevdev-dev libxkbcommon-dev xkb-data libzbar-dev \
	libzxing-dev libpng-dev libjpeg62-turbo-dev libtiff-dev libwebp-dev libheif-dev libpoppler-glib-dev \
	libcups2-dev libcairo2-dev libpango1.0-dev libzint-dev fonts-dejavu-core
TEST_PACKAGES := umockdev gir1.2-umockdev-1.0 python3-gi cups-daemon cups-client cups-filters cups-ipp-utils \
	dbus-daemon python3-cryptography ghostscript poppler-utils zbar-tools zint netpbm libheif-examples webp curl procps \
	libtesseract5 tesseract-ocr-eng
BENCH_PACKAGES := gcc strace curl python3-venv zint netpbm umockdev gir1.2-umockdev-1.0 python3-gi

.PHONY: help run stop test crash bench format check packages test-packages bench-packages

help:
	echo 'make run      install what is missing, build, start outguided for you, open a station on this terminal'
	echo 'make stop     stop the outguided that make run started'
	echo 'make test     install what is missing, build, run every test'
	echo 'make crash    kill outguided a hundred times in the middle of its work, and look what is left'
	echo 'make bench    measure, and compare with what this disk and SQLite can do; with IMAGES=directory, score the decoder'
	echo 'make format   lay out the sources'
	echo 'make check    complain about sources that are not laid out'

# Readings come from standard input, outcomes go to standard output; everything else goes to standard error.
run: packages
	$(SWIFT) build $(FLAGS) --product outguided </dev/null >&2
	$(SWIFT) build $(FLAGS) --product outguide-decoder </dev/null >&2
	$(SWIFT) build $(FLAGS) --product outguide </dev/null >&2
	export OUTGUIDE_SOCKET='$(STATE)/outguide.sock'
	mkdir -p -m 0700 '$(STATE)'
	pid=$$(cat '$(STATE)/outguided.lock' 2>/dev/null || true)
	# A daemon whose program was built anew since is of no use to anyone.
	if [[ -n $$pid && $$(readlink "/proc/$$pid/exe" || true) == *'(deleted)' ]]; then $(MAKE) stop >&2; fi
	if ! $(BIN)/outguide status >/dev/null 2>&1; then
		setsid $(BIN)/outguided --state-dir '$(STATE)' </dev/null >>'$(STATE)/outguided.log' 2>&1 &
		for attempt in {1..100}; do
			$(BIN)/outguide status >/dev/null 2>&1 && break
			if (( attempt == 100 )); then tail -n 5 '$(STATE)/outguided.log' >&2; exit 69; fi
			sleep 0.1
		done
	fi
	echo 'outguided runs, its state and outguided.log are in $(STATE); "make stop" ends it' >&2
	exec $(BIN)/outguide scan

stop:
	pid=$$(cat '$(STATE)/outguided.lock' 2>/dev/null || true)
	if [[ -z $$pid || $$(readlink "/proc/$$pid/exe" || true) != */outguided* ]]; then
		echo 'outguided does not run in $(STATE)'
		exit 0
	fi
	kill "$$pid"
	tail --pid="$$pid" -f /dev/null
	echo 'outguided is stopped'

test: packages test-packages
	$(SWIFT) build $(FLAGS) --build-tests </dev/null
	$(SWIFT) test $(FLAGS) --skip-build --skip '^(Commands|Scanning)Tests\.' </dev/null
	# These two run alone: a program must see its pipes close, which children of other tests would hold open, and guns
	# are told apart by when they speak, which must not wait for somebody else's arithmetic.
	$(SWIFT) test $(FLAGS) --skip-build --filter '^CommandsTests\.' </dev/null
	$(SWIFT) test $(FLAGS) --skip-build --filter '^ScanningTests\.' </dev/null

crash: packages test-packages
	$(SWIFT) build $(FLAGS) --build-tests </dev/null
	OUTGUIDE_CRASHES=100 $(SWIFT) test $(FLAGS) --skip-build --filter '^IntegrationTests\.CrashTests' </dev/null

bench: packages bench-packages
	Benchmarks/run
	if [[ -n '$(IMAGES)' ]]; then echo; IMAGES='$(IMAGES)' Benchmarks/decoding/run; fi

format:
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

check:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

# Installs the packages in $(1) that are missing, and says so.
define install
	missing=()
	for package in $(1); do
		[[ $$(dpkg-query -W -f '$${db:Status-Status}' "$$package" 2>/dev/null) == installed ]] || missing+=("$$package")
	done
	if (( $${#missing[@]} )); then
		echo "installing $${missing[*]}" >&2
		sudo=$$( (( EUID == 0 )) || echo sudo )
		$$sudo apt-get update -qq </dev/null >&2
		$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
			"$${missing[@]}" </dev/null >&2
	fi
endef

packages:
	$(call install,$(BUILD_PACKAGES))

test-packages:
	$(call install,$(TEST_PACKAGES))

bench-packages:
	$(call install,$(BENCH_PACKAGES))
