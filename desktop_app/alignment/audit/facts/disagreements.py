"""The findings about symbols, dates and numbers, which are compared in one way."""

from collections.abc import Callable, Iterator

from desktop_app.alignment.audit.values import Group, pairs, take_alike
from desktop_app.alignment.audit.versions import SOURCE, TARGET, Compared, Sides
from desktop_app.common.messages import Message
from desktop_app.grammar.anchors import AnchorKind
from desktop_app.resolution.bitext import Finding, FindingKind

_KINDS = {
    AnchorKind.SYMBOL: FindingKind.SYMBOL,
    AnchorKind.DATE: FindingKind.DATE,
    AnchorKind.NUMBER: FindingKind.NUMBER,
}
IsLost = Callable[[Group, Compared, int], bool]


def _always(alone: Group, compared: Compared, side: int) -> bool:
    return True


def disagreements(
    kind: AnchorKind, compared: Compared, is_lost: IsLost = _always
) -> Iterator[Finding]:
    """Finds the anchors of a kind not shared by the two sides of a row; a finding joins anchors
    standing for each other.

    An anchor found nowhere on the other side is missing there, if `is_lost` agrees, given the
    anchors, the row and the lacking side. An anchor found there less often is only spare: a
    language may repeat a year or a session. It is reported only beside one missing from its own
    side, or spare on the other. The numbers that a symbol or date is made of go with it.
    """
    if not compared.is_paired:
        return
    missing, spare = zip(*(left.of(kind) for left in compared.leftovers), strict=True)
    for source, target in pairs(*missing):
        if not (source and target):
            lacking = TARGET if source else SOURCE
            alone = source or target
            if not is_lost(alone, compared, lacking):
                continue
            other = take_alike(alone, spare[lacking]) or compared.leftovers[lacking].take_parts(
                alone
            )
            source, target = (source, other) if source else (other, target)
        yield _finding(kind, compared, source, target)
    for one in list(spare[SOURCE]):
        other = take_alike(one, spare[TARGET])
        if other:
            yield _finding(kind, compared, one, other)


def _finding(kind: AnchorKind, compared: Compared, source: Group, target: Group) -> Finding:
    sides = Sides(tuple(one.span() for one in source), tuple(one.span() for one in target))
    return finding_between(_KINDS[kind], compared, sides)


def finding_between(kind: FindingKind, compared: Compared, sides: Sides) -> Finding:
    """The finding that the words on one side of a row are others on the other, or are not there."""
    one, other = compared.versions
    if sides.source and sides.target:
        message = Message(
            "%1: the %2 text has %3, the %4 text %5.",
            (
                compared.label,
                one.name,
                one.words(sides.source),
                other.name,
                other.words(sides.target),
            ),
        )
    else:
        own, lacking = (one, other) if sides.source else (other, one)
        words = own.words(sides.source or sides.target)
        message = Message(
            "%1: %2 of the %3 text is not in the %4 text.",
            (compared.label, words, own.name, lacking.name),
        )
    return compared.finding(kind, sides, message)
