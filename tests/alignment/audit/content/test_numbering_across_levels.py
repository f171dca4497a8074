"""The numbers of paragraphs beside those of the other version."""

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.resolution.bitext import FindingKind
from tests.support.texts import EN_PREAMBLE, FLAT, NESTED, ZH_PREAMBLE, read


@pytest.mark.parametrize("last", ["4", "5"])
def test_paragraphs_beside_sub_paragraphs_put_no_number_apart(last: str) -> None:
    zh = read(ZH_PREAMBLE + "".join(f"{n}. {said}\n\n" for n, said in enumerate(FLAT, 1)))
    en = read(EN_PREAMBLE + "\n\n".join((*NESTED[:-1], f"{last}{NESTED[-1][1:]}")) + "\n")
    for bitext in (align(zh, en), align(en, zh)):
        assert len(bitext.rows) == 9
        found = [one for one in audit(bitext) if one.kind is FindingKind.NUMBERING]
        assert len(found) == (last == "5")
