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
CATALOGUES := .build/locale
STATE := $(or $(XDG_STATE_HOME),$(HOME)/.local/state)/outguide

BUILD_PACKAGES := pkg-config g++ libsqlite3-dev libudev-dev libevdev-dev libxkbcommon-dev xkb-data libzbar-dev \
	libzxing-dev gettext libpng-dev libjpeg62-turbo-dev libtiff-dev libwebp-dev libheif-dev libpoppler-glib-dev \
	libcups2-dev libcairo2-dev libfontconfig-dev libpango1.0-dev libzint-dev libasound2-dev libdeflate-dev fonts-dejavu-core \
	fonts-urw-base35 tzdata
TEST_PACKAGES := umockdev gir1.2-umockdev-1.0 python3-gi cups cups-daemon cups-client cups-filters cups-ipp-utils \
	mupdf-tools printer-driver-dymo \
	dbus-daemon python3-cryptography ghostscript poppler-utils zbar-tools zint netpbm libheif-examples webp curl procps \
	libtesseract5 tesseract-ocr-eng systemd tmux fonts-dejavu-extra fonts-lohit-deva fonts-wqy-microhei \
	fonts-noto-color-emoji poppler-data
UNIT_PACKAGES := binutils dpkg-dev gzip man-db procps python3 python3-markdown systemd
PACKAGE_PACKAGES := binutils debhelper dpkg-dev fakeroot lintian python3-markdown python3-venv
VM_PACKAGES := dpkg-dev e2fsprogs mmdebstrap python3 qemu-system-x86 qemu-utils
BENCH_PACKAGES := gcc strace curl vmtouch python3-venv zint netpbm umockdev gir1.2-umockdev-1.0 python3-gi glabels \
	fonts-dejavu-extra fonts-wqy-microhei

# What a package consists of is built apart from what is worked on: with the Swift library inside, and no path of this tree.
# Every address is bound before the program begins, and can then no more be overwritten.
RELEASE_FLAGS := -c release --static-swift-stdlib --disable-local-rpath -Xlinker -z -Xlinker now $(FLAGS)
RELEASE := .build/release
PACKAGE := .build/package
SBOM := $(PACKAGE)/outguide.cdx.json
# Where the system looks for what is installed.
DESTDIR ?=
UNITS := /lib/systemd/system
RULES := /lib/udev/rules.d

.PHONY: help run stop test crash faults history load attack bench format check release documents catalogues translations install deb unit-check package-check vm-test sanitize packages \
	test-packages unit-packages package-packages vm-packages bench-packages

help:
	echo 'make run      install what is missing, build, start outguided for you, open a station on this terminal'
	echo 'make stop     stop the outguided that make run started'
	echo 'make test     install what is missing, build, run every test'
	echo 'make crash    kill outguided a hundred times in the middle of its work, and look what is left'
	echo 'make faults   let each operation of the log fail in turn (hours)'
	echo 'make history  kill outguided a hundred times under 32 clients, and check what they were answered'
	echo 'make load     a thousand clients for half a minute'
	echo 'make attack   attack outguided in every way that is known, and print what failed; with ONLY=word, some of it (root)'
	echo 'make bench    measure, and compare with what this disk and SQLite can do; with IMAGES=directory, score the decoder'
	echo 'make deb      build the Debian package, into .build/package'
	echo 'make install  install what make release built, below DESTDIR'
	echo 'make unit-check    look at units, sandboxes and manual, as make test built the programs'
	echo 'make package-check look at those in the Debian package, and at the package with lintian'
	echo 'make vm-test  install, use, cut off, upgrade and remove the package in a virtual machine with a USB scanner'
	echo 'make sanitize run tests with the address and thread sanitizers; SUITES= names other ones'
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

# As many tests at a time as leave each of them time enough, and what failed is said last.
test: export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= 4
test: packages test-packages
	pass() {
		$(SWIFT) test $(FLAGS) --skip-build "$$@" </dev/null 2>&1 | tee .build/test.log && return
		grep -aE '^✘|^error: ' .build/test.log | tail -n 40 || tail -n 5 .build/test.log
		return 1
	}
	$(SWIFT) build $(FLAGS) --build-tests </dev/null
	pass --skip '^(Commands|Scanning)Tests\.'
	# These two run alone: a program must see its pipes close, which children of other tests would hold open, and scanners
	# are told apart by when they speak, which must not wait for somebody else's arithmetic.
	pass --filter '^CommandsTests\.'
	pass --filter '^ScanningTests\.'

crash: packages test-packages
	$(SWIFT) build $(FLAGS) --build-tests </dev/null
	OUTGUIDE_CRASHES=100 $(SWIFT) test $(FLAGS) --skip-build --filter '^IntegrationTests\.CrashTests' </dev/null

faults: packages test-packages
	$(SWIFT) build $(FLAGS) --build-tests </dev/null
	OUTGUIDE_FAULT_SWEEP=whole OUTGUIDE_DAEMON_FAULTS=100 \
		$(SWIFT) test $(FLAGS) --skip-build --filter 'FaultSweepTests|DaemonFaultTests' </dev/null

history: packages test-packages
	$(SWIFT) build $(FLAGS) --build-tests </dev/null
	OUTGUIDE_HISTORY_KILLS=100 $(SWIFT) test $(FLAGS) --skip-build --filter '^IntegrationTests\.Linearizability' </dev/null

load: packages test-packages
	$(SWIFT) build $(FLAGS) --build-tests </dev/null
	OUTGUIDE_LOAD_CONNECTIONS=1000 OUTGUIDE_LOAD_SECONDS=30 \
		$(SWIFT) test $(FLAGS) --skip-build --filter '^IntegrationTests\.AbuseTests/manyClients' </dev/null

attack: packages test-packages
	$(SWIFT) build $(FLAGS) --build-tests </dev/null
	ONLY='$(ONLY)' TESTS='$(SWIFT) test $(FLAGS) --skip-build' Tests/Attack/run

bench: packages bench-packages
	Benchmarks/run
	echo; Benchmarks/labels/run
	if [[ -n '$(IMAGES)' ]]; then echo; IMAGES='$(IMAGES)' Benchmarks/decoding/run; fi

release: packages
	mkdir -p $(PACKAGE)
	for product in outguided outguide outguide-decoder; do
		# What the linker takes out of archives, for the list of parts.
		$(SWIFT) build $(RELEASE_FLAGS) -Xlinker -Map='$(CURDIR)/$(PACKAGE)'/$$product.map --product $$product </dev/null >&2
	done

# The day of the last change to the package, so that the same sources make the same package.
documents deb: export SOURCE_DATE_EPOCH ?= $(shell dpkg-parsechangelog -S Timestamp 2>/dev/null || echo 0)

# Manual pages, completions and the documentation as HTML, as the built programs describe themselves, and the list of what is
# inside them.
documents: catalogues
	rm -rf $(PACKAGE)/manual $(PACKAGE)/completions
	mkdir -p $(PACKAGE)/completions
	manual/generate $(RELEASE) $(PACKAGE)/manual
	manual/site $(RELEASE) $(PACKAGE)/site
	debian/sbom $(RELEASE) $(if $(filter $(BIN),$(RELEASE)),,$(PACKAGE)) >$(SBOM)
	for program in outguide outguided; do
		for shell in bash zsh fish; do
			# They are read and not run.
			$(RELEASE)/$$program --generate-completion-script $$shell | sed '1{/^#!/d}' >$(PACKAGE)/completions/$$program.$$shell
		done
	done

# The compiled message catalogues, where OUTGUIDE_LOCALE_DIRS can point to.
catalogues:
	for source in Sources/Localization/Translations/*.po; do
		language=$${source##*/} language=$${language%.po}
		mkdir -p "$(CATALOGUES)/$$language/LC_MESSAGES"
		msgfmt --check --output-file="$(CATALOGUES)/$$language/LC_MESSAGES/outguide.mo" "$$source"
	done

# Brings the sources of the catalogues up to date: new messages have no translation yet, unused ones go.
translations:
	cd Sources/Localization
	./extract >../../.build/outguide.pot
	for language in Translations/*.po; do
		msgmerge --quiet --update --backup=none --no-fuzzy-matching --no-location --no-wrap "$$language" ../../.build/outguide.pot
		msgattrib --no-obsolete --no-wrap --output-file="$$language" "$$language"
	done

# Only copies: whoever builds need not be who installs.
install:
	to() { install -D -m "$$1" "$$2" '$(DESTDIR)'"$$3"; }
	to 0755 $(RELEASE)/outguide /usr/bin/outguide
	to 0755 $(RELEASE)/outguided /usr/sbin/outguided
	to 0755 $(RELEASE)/outguide-decoder /usr/libexec/outguide/outguide-decoder
	to 0644 systemd/outguided.yaml /etc/outguide/outguided.yaml
	to 0644 $(SBOM) /usr/share/outguide/outguide.cdx.json
	for file in $(CATALOGUES)/*/LC_MESSAGES/outguide.mo; do to 0644 "$$file" "/usr/share/locale/$${file#$(CATALOGUES)/}"; done
	for template in labels/*.yaml; do to 0644 "$$template" "/usr/share/outguide/$$template"; done
	for unit in systemd/*.service systemd/*.socket systemd/*.timer; do to 0644 "$$unit" "$(UNITS)/$${unit##*/}"; done
	to 0644 systemd/outguided.alerts.yaml /usr/share/outguide/outguided.alerts.yaml
	to 0644 systemd/60-outguided.rules $(RULES)/60-outguided.rules
	to 0644 systemd/outguided.sysusers.conf /usr/lib/sysusers.d/outguide.conf
	to 0644 systemd/outguided.tmpfiles.conf /usr/lib/tmpfiles.d/outguide.conf
	for page in $(PACKAGE)/manual/*.[1-8]; do to 0644 "$$page" "/usr/share/man/man$${page##*.}/$${page##*/}"; done
	for page in $(PACKAGE)/manual/*/*.[1-8]; do
		folder=$${page%/*}
		to 0644 "$$page" "/usr/share/man/$${folder##*/}/man$${page##*.}/$${page##*/}"
	done
	for page in $(PACKAGE)/site/*; do to 0644 "$$page" "/usr/share/doc/outguide/html/$${page##*/}"; done
	for program in outguide outguided; do
		from=$(PACKAGE)/completions/$$program
		to 0644 $$from.bash /usr/share/bash-completion/completions/$$program
		to 0644 $$from.zsh /usr/share/zsh/vendor-completions/_$$program
		to 0644 $$from.fish /usr/share/fish/vendor_completions.d/$$program.fish
	done

deb: package-packages packages
	mkdir -p $(PACKAGE)
	rm -f $(PACKAGE)/outguide_*
	# Build-Depends names Debian's packages; the Swift toolchain is none.
	dpkg-buildpackage --build=binary --no-sign --no-check-builddeps \
		--buildinfo-file=$(PACKAGE)/outguide.buildinfo --buildinfo-option=-u$(PACKAGE) \
		--changes-file=$(PACKAGE)/outguide.changes --changes-option=-u$(PACKAGE) </dev/null >&2
	ls $(PACKAGE)/outguide_*.deb

# What would be installed, from the programs that make test built.
unit-check: unit-packages
	for package in $(filter %-dev,$(BUILD_PACKAGES)); do
		if ! grep -qw -- "$$package" debian/control; then
			echo "FAIL  debian/control does not name $$package, which the build needs"
			exit 1
		fi
	done
	rm -rf $(PACKAGE)/root
	$(MAKE) documents install RELEASE=$(BIN) DESTDIR='$(CURDIR)/$(PACKAGE)/root'
	systemd/check $(PACKAGE)/root
	debian/check-libraries $(PACKAGE)/root
	python3 -m unittest discover -s Tests/SupplyChain

package-check: package-packages unit-packages
	rm -rf $(PACKAGE)/root
	dpkg-deb -x $(PACKAGE)/outguide_*.deb $(PACKAGE)/root
	systemd/check $(PACKAGE)/root
	debian/check-libraries $(PACKAGE)/root
	dpkg-deb -f $(PACKAGE)/outguide_*.deb Static-Built-Using | grep -q 'gcc-12 (= .*glibc (= '
	python3 -m venv .build/sbom-tools
	.build/sbom-tools/bin/pip install -q 'cyclonedx-python-lib[json-validation]==11.12.0'
	root=$(PACKAGE)/root/usr
	.build/sbom-tools/bin/python Tests/SupplyChain/validate-sbom $$root/share/outguide/outguide.cdx.json \
		$$root/bin/outguide $$root/sbin/outguided $$root/libexec/outguide/outguide-decoder
	for program in bin/outguide sbin/outguided libexec/outguide/outguide-decoder; do
		if objdump -p "$(PACKAGE)/root/usr/$$program" | grep 'NEEDED.*libswift'; then exit 1; fi
	done
	lintian --allow-root --tag-display-limit 0 --fail-on error $(PACKAGE)/outguide_*.deb

vm-test: vm-packages
	Tests/VirtualMachine/run $(PACKAGE)/outguide_*.deb

# Suites that a sanitizer tells most about; each sanitizer has products of its own.
SUITES ?= ^(LogProof|LogEntries|Vocabulary|Barcodes|Scanning|TransferLog|Circulation)Tests\.
# The compiler of the toolchain, which knows Swift's calling convention.
CLANG ?= $(dir $(realpath $(shell command -v $(SWIFT))))clang
MUTEX := .build/thread/mutex-edges.so
# A sanitized test takes many times as long: few at a time keep within their time limits.
sanitize: export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= 2
sanitize: packages test-packages
	export LSAN_OPTIONS='suppressions=$(CURDIR)/Tests/Sanitizing/leaks'
	for sanitizer in address thread; do
		scratch=.build/$$sanitizer
		$(SWIFT) build $(FLAGS) --scratch-path $$scratch --sanitize $$sanitizer --build-tests </dev/null
		preload=
		if [[ $$sanitizer == thread ]]; then
			$(CLANG) -Wall -Wextra -Werror -shared -fPIC -O1 -o $(MUTEX) Tests/Sanitizing/MutexEdges.c
			preload='$(CURDIR)/$(MUTEX)'
		fi
		LD_PRELOAD=$$preload $(SWIFT) test $(FLAGS) --scratch-path $$scratch --sanitize $$sanitizer --skip-build \
			--disable-xctest --filter '$(SUITES)' </dev/null
	done

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

unit-packages:
	$(call install,$(UNIT_PACKAGES))

package-packages:
	$(call install,$(PACKAGE_PACKAGES))

vm-packages:
	$(call install,$(VM_PACKAGES))

bench-packages:
	$(call install,$(BENCH_PACKAGES))
