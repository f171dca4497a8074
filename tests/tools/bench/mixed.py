"""Long texts of varied wording that cite nothing: two paragraphs of the texts of `tests.tools.rows`
make a clause, in any order. Neither numbers nor symbols say which clauses belong together."""

from functools import cache
from random import Random

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.opening.documents import open_bitext
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import Clause, Part, PartKind, Resolution, Run
from tests.tools.rows.texts import own_names, own_text


def mixed(clauses: int) -> Bitext:
    """A Chinese text of that many clauses, and the English one."""
    random = Random(clauses)
    words = _paragraphs()
    chosen = [random.choice(words) + random.choice(words) for _ in range(clauses)]
    published = open_bitext(BUNDLED, BUNDLED_TRANSLATION)
    assert published.target is not None
    source = _text(published.source, [zh + more for zh, _, more, _ in chosen])
    target = _text(published.target, [f"{en} {more}" for _, en, _, more in chosen])
    ids = [clause.id for clause in source.walk()]
    return Bitext(source, target, tuple(Row((id,), (id,), 1.0) for id in ids))


@cache
def _paragraphs() -> list[tuple[str, str]]:
    """The Chinese and English words of every paragraph that both texts have alone."""
    out: list[tuple[str, str]] = []
    for name in own_names():
        versions = own_text(name).versions
        chinese, english = (
            {one.pieces[0].keys: one.words for one in versions[code].paragraphs if not one.heading}
            for code in ("zh", "en")
        )
        out += [(chinese[key], english[key]) for key in chinese if key in english]
    return out


def _text(like: Resolution, words: list[str]) -> Resolution:
    clauses = tuple(
        Clause(f"op{place}", "", "", "", (Run(said),)) for place, said in enumerate(words, 1)
    )
    part = Part("operative", PartKind.OPERATIVE, (), clauses)
    return like._replace(parts=(part,), head=(), closing=(), footnotes=())
