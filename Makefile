# Every target sets up for itself what it needs, once; `make` alone lists them.

# One environment for everything; the tools of the tests come into it with the first `make test`.
python := .venv/bin/python
# Quiet, and no question is ever asked.
install := $(python) -m pip install --quiet --no-input --disable-pip-version-check --editable

code := desktop_app tests packaging

# The tests share the processors, at most eight.
pytest := $(python) -m pytest -n auto --maxprocesses 8 --dist loadgroup

# How long damaged documents are tried, as in `make fuzz MINUTES=30`.
MINUTES = 10

.PHONY: help run test test-slow check growth fuzz bench format package clean

help:
	@echo 'make run      open the reader (without a display: draw it into a picture)'
	@echo 'make test     check format, types and imports, then run the tests'
	@echo 'make check    the same, and the tests that take long'
	@echo 'make growth   measure how time grows with every construct, for half an hour'
	@echo 'make fuzz     try damaged documents, for ten minutes or MINUTES=30'
	@echo 'make bench    measure how fast the program is'
	@echo 'make format   put the code into its common form'
	@echo 'make package  build a folder that runs without Python: dist/resolution-reader'
	@echo 'make clean    remove all that these commands made'

run: .venv/.ready
	@packaging/linux/system-libraries.sh
	@if [ "$$(uname)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	    .venv/bin/resolution-reader; \
	else \
	    echo 'There is no display here, so the window is drawn into resolution-reader.png.'; \
	    QT_QPA_PLATFORM=offscreen .venv/bin/resolution-reader screenshot -o resolution-reader.png; \
	fi

test: .venv/.ready-test
	@packaging/linux/system-libraries.sh --test
	.venv/bin/ruff format --check $(code)
	.venv/bin/ruff check $(code)
	.venv/bin/mypy
	.venv/bin/lint-imports
# Exit status 5 means that no test has the mark, which is no failure.
	@if command -v xvfb-run >/dev/null; then \
	    echo 'Tests that need a real window system, under Xvfb:'; \
	    QT_QPA_PLATFORM=xcb xvfb-run -a -s '-screen 0 1440x900x24' \
	        $(python) -m pytest -q -m display || [ $$? -eq 5 ]; \
	fi
	QT_QPA_PLATFORM=offscreen $(pytest) -m 'not slow and not display'

test-slow: .venv/.ready-test
	@packaging/linux/system-libraries.sh --test
	QT_QPA_PLATFORM=offscreen $(pytest) -m 'slow and not display' || [ $$? -eq 5 ]

check:
	@$(MAKE) --no-print-directory test
	@$(MAKE) --no-print-directory test-slow

growth: .venv/.ready-test
	@packaging/linux/system-libraries.sh --test
	ALL_CONSTRUCTS=1 QT_QPA_PLATFORM=offscreen $(pytest) -m slow \
	    $$(find tests -name test_growth.py)

fuzz: .venv/.ready-test
	@packaging/linux/system-libraries.sh
	QT_QPA_PLATFORM=offscreen $(python) -m tests.tools.fuzz --minutes $(MINUTES)

bench: .venv/.ready-test
	@packaging/linux/system-libraries.sh
# A user's second start finds compiled modules; so must the measured one, whatever is set here.
	@env -u PYTHONDONTWRITEBYTECODE $(python) -m compileall -q desktop_app
	env -u PYTHONDONTWRITEBYTECODE $(python) -m tests.tools.bench

format: .venv/.ready-test
	.venv/bin/ruff check --fix-only --quiet $(code)
	.venv/bin/ruff format $(code)

package:
	@packaging/linux/build.sh

clean:
	rm -rf .venv build dist resolution-reader.png *.egg-info
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find $(code) -name __pycache__ -prune -exec rm -rf {} +

# A stamp is touched last, so what was interrupted is done again.
.venv/.made:
	@echo 'Making a virtual environment in .venv ...'
	@packaging/linux/virtual-environment.sh .venv
	@touch $@

.venv/.ready: pyproject.toml | .venv/.made
	@echo 'Installing the program and what it needs ...'
	@$(install) .
	@touch $@

.venv/.ready-test: pyproject.toml | .venv/.made
	@echo 'Installing the program and the tools of its tests ...'
	@$(install) '.[test]'
	@touch .venv/.ready $@
