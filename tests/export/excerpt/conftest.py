"""Excerpts of the bundled resolution."""

from desktop_app.alignment.align import align
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.choosing import rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import AS_THEY_ARE, Options
from desktop_app.resolution.bitext import Bitext
from tests.support.texts import EN, ZH, read

ZH_TEXT = read(ZH)
EN_TEXT = read(EN)
BOTH = align(ZH_TEXT, EN_TEXT)


def excerpt_of(bitext: Bitext, chosen: str, options: Options = AS_THEY_ARE) -> Excerpt:
    return excerpt(bitext, rows_of(bitext, select(chosen, bitext.source)), options)


def labels_of(excerpt: Excerpt) -> list[str]:
    return [entry.label for entry in excerpt.entries]
