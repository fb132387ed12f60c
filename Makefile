# SPDX-License-Identifier: EUPL-1.2
# Builds the commands into build/bin. GNU make. Variants: make SAN=1 (ASan and UBSan, in build/san).

PREFIX ?= /usr/local
CC ?= cc
HOSTCC ?= $(CC)
CFLAGS ?= -O2 -g
WARNINGS = -Wall -Wextra -Wconversion -Wshadow -Wmissing-prototypes -Wstrict-prototypes
STANDARD = -std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -I.

# What Debian calls the things we need, for scripts/need.
BUILD_PACKAGES = gcc libc6-dev pkg-config libyaml-dev nettle-dev libutf8proc-dev gettext
PDF_PACKAGES = pandoc weasyprint python3-munkres python3-unicodedata2 fonts-open-sans \
	fonts-noto-core hyphen-nl
TEST_PACKAGES = libcmocka-dev python3 python3-jsonschema python3-yaml mandoc poppler-utils git \
	clang libclang-rt-14-dev valgrind strace wdutch

YAML_CFLAGS = $(shell pkg-config --cflags yaml-0.1)
YAML_LIBS = $(shell pkg-config --libs yaml-0.1)
PRINT_CFLAGS = $(shell pkg-config --cflags nettle libutf8proc)
PRINT_LIBS = $(shell pkg-config --libs nettle libutf8proc)
CMOCKA_LIBS = $(shell pkg-config --libs cmocka)

ifdef SAN
B = build/san
VARIANT = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -DG1P_FAULT
else
B = build
VARIANT =
endif
COMPILE = $(CC) $(STANDARD) $(WARNINGS) $(CFLAGS) $(VARIANT) $(YAML_CFLAGS) $(PRINT_CFLAGS) -MMD -MP
LOCALEDIR = $(PREFIX)/share/locale

GEN = build/g1p-gen
GEN_SOURCES = $(wildcard gen/*.c) $(addprefix lib/base/,arena.c buffer.c date.c fold.c input.c \
	text.c trouble.c utf8.c words.c) lib/yaml/tree.c lib/yaml/node.c lib/yaml/memory.c \
	lib/taal/lettergrepen.c
GEN_HEADERS = build/gen/plan_types.h build/gen/schema_words.h build/gen/rule_names.h \
	build/gen/word_names.h
OFFICE_ASSETS = $(patsubst lib/render/office/%.xml,build/gen/asset_%.c,\
	$(wildcard lib/render/office/*.xml))
GEN_TABLES = build/gen/schema_tables.c build/gen/plan_tables.c build/gen/rule_tables.c \
	build/gen/phases.c build/gen/werkproces.c build/gen/implementatie.c build/gen/words.c \
	build/gen/lexicon.c \
	build/gen/spoed.c build/gen/kaders.c build/gen/repo.c build/gen/asset_style.c \
	build/gen/asset_screen.c build/gen/asset_template.c build/gen/doelencheck.c $(OFFICE_ASSETS)

LIB_SOURCES = $(wildcard lib/*/*.c) $(GEN_TABLES)
LIB_OBJECTS = $(LIB_SOURCES:%.c=$(B)/obj/%.o)
FAULT_OBJECTS = $(LIB_SOURCES:%.c=$(B)/fault/%.o)
COMMANDS = $(patsubst cmd/%.c,%,$(wildcard cmd/*.c))
UNITS = $(patsubst tests/unit/%.c,$(B)/tests/%,$(wildcard tests/unit/test_*.c))

.PHONY: all test test-browser unit demo install uninstall clean format lint po man bench fuzz taal need-test need-demo
.DELETE_ON_ERROR:
.SECONDARY:

# The languages that documents can be made in beside Dutch: each po/documenten-XX.po.
DOCUMENT_LANGUAGES = $(patsubst po/documenten-%.po,%,$(wildcard po/documenten-*.po))
CATALOGUES = $(B)/share/locale/nl/LC_MESSAGES/g1p.mo \
	$(DOCUMENT_LANGUAGES:%=$(B)/share/locale/%/LC_MESSAGES/g1p-documenten.mo)

all: $(COMMANDS:%=$(B)/bin/%) $(CATALOGUES)

# ---- the generator and what it makes ----

$(GEN): $(GEN_SOURCES) $(wildcard gen/*.h lib/base/*.h lib/yaml/*.h lib/schema/*.h lib/taal/*.h)
	@mkdir -p $(@D)
	$(HOSTCC) $(STANDARD) $(WARNINGS) -O1 -g $(YAML_CFLAGS) -o $@ $(GEN_SOURCES) $(YAML_LIBS)

SCHEMA = schemas/plan.schema.json
SCHEMAS = $(SCHEMA) schemas/meldcode.schema.json schemas/organisatie.schema.json \
	schemas/kader.schema.json
build/gen/schema_tables.c: $(GEN) $(SCHEMAS)
	@mkdir -p $(@D)
	$(GEN) schema-tables $(SCHEMAS) >$@
build/gen/schema_words.h: $(GEN) $(SCHEMAS)
	@mkdir -p $(@D)
	$(GEN) schema-words $(SCHEMAS) >$@
build/gen/plan_types.h: $(GEN) $(SCHEMAS)
	@mkdir -p $(@D)
	$(GEN) plan-types $(SCHEMAS) >$@
build/gen/plan_tables.c: $(GEN) $(SCHEMAS)
	@mkdir -p $(@D)
	$(GEN) plan-tables $(SCHEMAS) >$@
build/gen/rule_names.h: $(GEN) schemas/criteria.yaml
	@mkdir -p $(@D)
	$(GEN) rule-names schemas/criteria.yaml >$@
build/gen/rule_tables.c: $(GEN) schemas/criteria.yaml schemas/werkproces.yaml
	@mkdir -p $(@D)
	$(GEN) rule-tables schemas/criteria.yaml schemas/werkproces.yaml >$@
build/gen/phases.c: $(GEN) schemas/werkproces.yaml $(SCHEMA)
	@mkdir -p $(@D)
	$(GEN) phases schemas/werkproces.yaml $(SCHEMA) >$@
build/gen/werkproces.c: $(GEN) schemas/werkproces.yaml schemas/criteria.yaml schemas/woorden.yaml $(SCHEMA)
	@mkdir -p $(@D)
	$(GEN) work-process schemas/werkproces.yaml schemas/criteria.yaml schemas/woorden.yaml $(SCHEMA) >$@
build/gen/implementatie.c: $(GEN) schemas/implementatie.yaml schemas/organisatie.schema.json
	@mkdir -p $(@D)
	$(GEN) implementatie schemas/implementatie.yaml schemas/organisatie.schema.json >$@
build/gen/words.c: $(GEN) schemas/woorden.yaml
	@mkdir -p $(@D)
	$(GEN) words schemas/woorden.yaml >$@
build/gen/lexicon.c: $(GEN) schemas/woorden.yaml
	@mkdir -p $(@D)
	$(GEN) lexicon schemas/woorden.yaml >$@
build/gen/word_names.h: $(GEN) schemas/woorden.yaml
	@mkdir -p $(@D)
	$(GEN) word-names schemas/woorden.yaml >$@
build/gen/doelencheck.c: $(GEN) schemas/doelencheck.yaml $(SCHEMA)
	@mkdir -p $(@D)
	$(GEN) doelencheck schemas/doelencheck.yaml $(SCHEMA) >$@
build/gen/spoed.c: $(GEN) schemas/spoed.yaml
	@mkdir -p $(@D)
	$(GEN) spoed schemas/spoed.yaml >$@
build/gen/repo.c: $(GEN) $(wildcard schemas/repo/*) $(SCHEMAS)
	@mkdir -p $(@D)
	$(GEN) repo schemas/repo/inhoud.yaml >$@
build/gen/style.css: lib/render/style.css lib/render/parts.css
	@mkdir -p $(@D)
	cat $^ >$@
build/gen/asset_style.c: $(GEN) build/gen/style.css
	$(GEN) asset asset_style build/gen/style.css >$@
build/gen/asset_screen.c: $(GEN) lib/render/screen.css
	@mkdir -p $(@D)
	$(GEN) asset asset_screen lib/render/screen.css >$@
build/gen/asset_template.c: $(GEN) lib/render/template.html
	@mkdir -p $(@D)
	$(GEN) asset asset_template lib/render/template.html >$@
build/gen/asset_%.c: lib/render/office/%.xml $(GEN)
	@mkdir -p $(@D)
	$(GEN) asset asset_$* $< >$@
# The folder is named too, so that a file that went away is noticed.
KADERS = $(sort $(wildcard schemas/kaders/*.yaml))
build/gen/kaders.c: $(GEN) $(KADERS) $(wildcard schemas/kaders)
	@mkdir -p $(@D)
	$(GEN) kaders $(KADERS) >$@

# ---- library and commands ----

$(B)/obj/%.o: %.c | $(GEN_HEADERS)
	@mkdir -p $(@D)
	$(COMPILE) -DG1P_LOCALEDIR='"$(LOCALEDIR)"' -c -o $@ $<
$(B)/fault/%.o: %.c | $(GEN_HEADERS)
	@mkdir -p $(@D)
	$(COMPILE) -DG1P_FAULT -c -o $@ $<
$(B)/obj/%.o: build/gen/%.c

$(B)/libg1p.a: $(LIB_OBJECTS)
	rm -f $@ && ar rcs $@ $^
$(B)/libg1p-fault.a: $(FAULT_OBJECTS)
	rm -f $@ && ar rcs $@ $^

$(B)/bin/%: $(B)/obj/cmd/%.o $(B)/libg1p.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(VARIANT) $(LDFLAGS) -o $@ $^ $(YAML_LIBS) $(PRINT_LIBS) -lm -pthread

# The commands speak English where there is no msgfmt; when it has come since, they are made anew.
NO_WORDS = $(shell command -v msgfmt >/dev/null 2>&1 && \
	find $(B)/share/locale -name g1p.mo -size 0 2>/dev/null)
$(NO_WORDS): FORCE
.PHONY: FORCE
$(B)/share/locale/nl/LC_MESSAGES/g1p.mo: po/nl.po
	@mkdir -p $(@D)
	if command -v msgfmt >/dev/null 2>&1; then msgfmt -o $@ $<; else : >$@; fi

$(B)/share/locale/%/LC_MESSAGES/g1p-documenten.mo: po/documenten-%.po
	@mkdir -p $(@D)
	msgfmt --check -o $@ $<

# ---- tests ----

$(B)/tests/%: $(B)/obj/tests/unit/%.o $(B)/libg1p-fault.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(VARIANT) $(LDFLAGS) -o $@ $^ $(YAML_LIBS) $(PRINT_LIBS) $(CMOCKA_LIBS) -lm -pthread

need-test:
	@scripts/need $(BUILD_PACKAGES) $(PDF_PACKAGES) $(TEST_PACKAGES)

unit: all $(UNITS)

test: need-test
	@$(MAKE) --no-print-directory -j$$(getconf _NPROCESSORS_ONLN) unit
	@tests/run $(B)

# In a browser, and not a part of `make test`: axe-core comes from npm.
BROWSER_PACKAGES = chromium python3
AXE = build/browser/node_modules/axe-core/axe.min.js

$(AXE): tests/browser/package.json tests/browser/package-lock.json
	@mkdir -p build/browser
	cp $^ build/browser
	npm ci --prefix build/browser --ignore-scripts --no-audit --no-fund
	@touch $@

test-browser: all
	@command -v npm >/dev/null || scripts/need npm
	@scripts/need $(BROWSER_PACKAGES)
	@$(MAKE) --no-print-directory $(AXE)
	@tests/browser/run $(B)/bin $(AXE) chromium

# ---- for people ----

need-demo:
	@scripts/need $(BUILD_PACKAGES) $(PDF_PACKAGES)

demo: need-demo
	@$(MAKE) --no-print-directory -s all
	@scripts/demo

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(LOCALEDIR)/nl/LC_MESSAGES
	install $(COMMANDS:%=$(B)/bin/%) $(DESTDIR)$(PREFIX)/bin
	install -m 644 $(B)/share/locale/nl/LC_MESSAGES/g1p.mo $(DESTDIR)$(LOCALEDIR)/nl/LC_MESSAGES
	for language in $(DOCUMENT_LANGUAGES); do \
	    install -d $(DESTDIR)$(LOCALEDIR)/$$language/LC_MESSAGES && \
	    install -m 644 $(B)/share/locale/$$language/LC_MESSAGES/g1p-documenten.mo \
	        $(DESTDIR)$(LOCALEDIR)/$$language/LC_MESSAGES; done
	for section in 1 5 7; do \
	    install -d $(DESTDIR)$(PREFIX)/share/man/man$$section && \
	    install -m 644 man/*.$$section $(DESTDIR)$(PREFIX)/share/man/man$$section; done
	install -d $(DESTDIR)$(PREFIX)/share/man/nl/man7 $(DESTDIR)$(PREFIX)/share/g1p/schemas/kaders
	install -m 644 man/nl/*.7 $(DESTDIR)$(PREFIX)/share/man/nl/man7
	install -m 644 schemas/*.json $(DESTDIR)$(PREFIX)/share/g1p/schemas
	install -m 644 schemas/kaders/*.yaml $(DESTDIR)$(PREFIX)/share/g1p/schemas/kaders

uninstall:
	rm -f $(COMMANDS:%=$(DESTDIR)$(PREFIX)/bin/%)
	rm -f $(DESTDIR)$(LOCALEDIR)/nl/LC_MESSAGES/g1p.mo
	rm -f $(DESTDIR)$(LOCALEDIR)/*/LC_MESSAGES/g1p-documenten.mo
	for page in $(notdir $(wildcard man/*.[157])); do \
	    rm -f $(DESTDIR)$(PREFIX)/share/man/man$${page##*.}/$$page; done
	rm -f $(DESTDIR)$(PREFIX)/share/man/nl/man7/g1p-criteria.7
	rm -rf $(DESTDIR)$(PREFIX)/share/g1p

clean:
	rm -rf build

# ---- for those who work on it ----

C_FILES = $(wildcard cmd/*.[ch] gen/*.[ch] lib/*/*.[ch] tests/unit/*.[ch] tests/fuzz/*.c \
	tests/bench/*.c tests/fault/*.c)

format:
	clang-format -i $(C_FILES)

lint: $(GEN_HEADERS)
	clang-format --dry-run -Werror $(C_FILES)
	clang $(STANDARD) $(WARNINGS) -Werror -fsyntax-only $(wildcard cmd/*.c gen/*.c lib/*/*.c)
	cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr \
	    --suppressions-list=.cppcheck --error-exitcode=1 -I. cmd gen lib
	clang-tidy --quiet $(wildcard cmd/*.c gen/*.c lib/*/*.c) -- $(STANDARD)

po: $(GEN_TABLES)
	scripts/po-update

man: $(GEN)
	@mkdir -p man/nl docs
	$(GEN) man-plan $(SCHEMA) >man/g1p-plan.5
	$(GEN) man-meldcode schemas/meldcode.schema.json >man/g1p-record.5
	$(GEN) man-organisatie schemas/organisatie.schema.json >man/g1p-organisatie.5
	$(GEN) man-kader schemas/kader.schema.json >man/g1p-kader.5
	$(GEN) man-criteria schemas/criteria.yaml en >man/g1p-criteria.7
	$(GEN) man-criteria schemas/criteria.yaml nl >man/nl/g1p-criteria.7
	$(GEN) herkomst schemas/criteria.yaml >docs/herkomst.md
	@tests/docs/herkomst --quiet

-include $(wildcard $(B)/obj/*/*.d $(B)/obj/*/*/*.d $(B)/fault/*/*/*.d)

# How well Dutch is judged: on the project's own labelled sentences, and on TAAL_DEV where it is there.
TAAL_DEV = ../shared/taal/dev.tsv
taal: all
	@/usr/bin/python3 tests/taal/measure.py $(B)/bin/g1p-check tests/taal/set.tsv tests/taal/second.tsv \
	    tests/taal/third.tsv $(wildcard $(TAAL_DEV))

# ---- begin: fuzzing ----
# Everything but the arena (tests/fuzz/arena.c shows more mistakes) through clang and libFuzzer, on
# a copy of the corpus. What makes it stop is kept as build/fuzz/crash-….

FUZZ_SECONDS ?= 20
FUZZ = build/fuzz
FUZZ_COMPILE = clang $(STANDARD) $(WARNINGS) -O1 -g -fno-omit-frame-pointer \
	-fno-sanitize-recover=all $(YAML_CFLAGS) -MMD -MP
FUZZ_OBJECTS = $(patsubst %.c,$(FUZZ)/obj/%.o,$(filter-out lib/base/arena.c,$(LIB_SOURCES)) \
	$(wildcard tests/fuzz/*.c))

$(FUZZ)/obj/%.o: %.c | $(GEN_HEADERS)
	@mkdir -p $(@D)
	$(FUZZ_COMPILE) -fsanitize=fuzzer-no-link,address,undefined -c -o $@ $<

$(FUZZ)/fuzz_read: $(FUZZ_OBJECTS)
	clang -fsanitize=fuzzer,address,undefined -g -o $@ $^ $(YAML_LIBS) $(PRINT_LIBS) -lm -pthread

fuzz: $(FUZZ)/fuzz_read
	rm -rf $(FUZZ)/corpus
	mkdir -p $(FUZZ)/corpus
	cp tests/fuzz/corpus/* $(FUZZ)/corpus
	@$(FUZZ)/fuzz_read -max_total_time=$(FUZZ_SECONDS) -timeout=10 -max_len=4096 -verbosity=0 \
	    -dict=tests/fuzz/dictionary -artifact_prefix=$(FUZZ)/ -print_final_stats=1 \
	    $(FUZZ)/corpus examples >$(FUZZ)/log 2>&1 || { tail -n 60 $(FUZZ)/log >&2; exit 1; }
	@grep number_of_executed_units $(FUZZ)/log

-include $(wildcard $(FUZZ)/obj/*/*/*.d)
# ---- end: fuzzing ----

# ---- begin: bench ----
# How fast it is, against the goals; not a test, and it says nothing about other machines.
BENCH = build/bench
BENCH_PLANS = 2000

$(BENCH)/floor $(BENCH)/spend: $(BENCH)/%: tests/bench/%.c
	@mkdir -p $(@D)
	$(CC) $(STANDARD) $(WARNINGS) -O2 -g $(YAML_CFLAGS) -o $@ $< $(YAML_LIBS)

$(BENCH)/corpus.made: tests/bench/corpus.py $(wildcard examples/*.yaml)
	@mkdir -p $(@D)
	/usr/bin/python3 tests/bench/corpus.py examples $(BENCH)/corpus $(BENCH_PLANS) 5
	@touch $@

bench: all $(BENCH)/floor $(BENCH)/spend $(BENCH)/corpus.made
	@/usr/bin/python3 tests/bench/measure.py $(BENCH) build/bin $(BENCH)/corpus \
	    examples/gezin-met-veiligheidsplan.yaml $(BENCH_ROUNDS)
# ---- end: bench ----
