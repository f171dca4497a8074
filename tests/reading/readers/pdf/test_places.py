"""The box of every clause of a printed PDF holds exactly its words, as PDFium itself finds them."""

import re
from collections import defaultdict
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from desktop_app.grammar.languages import OFFICIAL
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.reading.files import resolution_in
from desktop_app.reading.readers import markdown
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Box, Resolution
from tests.reading.readers.pdf.test_printed import _printed
from tests.support.pdf.bare import pdf, text

_TAGS = {"zh": "zh-Hans"}
