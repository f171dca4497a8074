"""The check of the order of paragraphs."""

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.alignment.audit.registry import named
from desktop_app.resolution.bitext import FindingKind
from tests.support.texts import EN, ZH, read

_CHECK = named(["order"])


def _moved(text: str, first: str, count: int) -> str:
    """The text with some paragraphs from that one on behind the next nine."""
    paragraphs = text.split("\n\n")
    at = next(n for n, paragraph in enumerate(paragraphs) if paragraph.startswith(first))
    block, after = paragraphs[at : at + count], paragraphs[at + count : at + count + 9]
    paragraphs[at : at + count + 9] = [*after, *block]
    return "\n\n".join(paragraphs)


def test_versions_in_one_order_have_no_finding() -> None:
    assert audit(align(read(ZH), read(EN)), _CHECK) == ()


def test_paragraphs_in_another_order_are_one_finding() -> None:
    target = read(_moved(EN, "*Welcoming*", 4))
    (found,) = audit(align(read(ZH), target), _CHECK)
    assert found.kind is FindingKind.ORDER
    assert "stand in another order in the English text" in found.sentence
