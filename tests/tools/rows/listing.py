"""The rows that were missed and the wrong ones, with the beginnings of their words."""

from collections.abc import Iterator, Sequence

from desktop_app.resolution.model import Resolution
from tests.tools.corpora.damage import Pair
from tests.tools.rows.measure import Case, Measured, versions
from tests.tools.rows.tables import cell_name

_SHOWN = 60


def worst(found: Sequence[Measured], count: int) -> Iterator[str]:
    """The worst pairs, row by row."""
    wrong = sorted((one for one in found if one.missed or one.wrong), key=lambda one: one.f1)
    yield f"{len(wrong)} of {len(found)} pairs have a wrong row"
    for one in wrong[:count]:
        yield from _pair(one)


def _pair(one: Measured) -> Iterator[str]:
    source, target = one.languages
    kind = cell_name((one.case.numbered, one.case.share))
    yield f"\n{one.case.text}, {kind}, seed {one.case.seed}, {source}-{target}: F1 {one.f1:.3f}"
    texts = _texts(one.case, one.languages)
    for title, rows in (("missed", one.missed), ("wrong", one.wrong)):
        for row in rows:
            yield f"  {title:8}{_ids(row)}"
            for side, ids in zip(texts, row, strict=True):
                yield from (f"{'':12}{_begin(side[id])}" for id in ids)


def _texts(case: Case, languages: Sequence[str]) -> list[dict[str, str]]:
    read = versions(case)
    return [_numbered(read[code].resolution) for code in languages]


def _numbered(resolution: Resolution) -> dict[str, str]:
    return {clause.id: f"{clause.mark} {clause.text}".strip() for clause in resolution.walk()}


def _ids(row: Pair) -> str:
    return " | ".join("+".join(id.removeprefix("annex.") for id in ids) or "-" for ids in row)


def _begin(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 15]} … {text[-12:]}"
