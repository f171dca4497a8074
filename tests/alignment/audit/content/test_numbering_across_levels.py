"""The numbers of paragraphs beside those of the other version."""

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.resolution.bitext import FindingKind
from tests.support.texts import EN_PREAMBLE, ZH_PREAMBLE, read

_ZH = (
    "请各国采取 7 项措施：",
    "在 2025 年前报告；",
    "设立 12 个中心；",
    "请秘书长：",
    "提供 30 名工作人员；",
    "每 5 年审查一次；",
    "决定处理此案，共 45 项。",
    "又决定在第 80 届会议审议。",
)
_EN = (
    "1. Requests States to take 7 measures:",
    "(a) To report by 2025;",
    "(b) To establish 12 centres;",
    "2. Requests the Secretary-General:",
    "(a) To provide 30 staff;",
    "(b) To review every 5 years;",
    "3. Decides to remain seized, with 45 items.",
    "4. Decides also to consider it at its 80th session.",
)


@pytest.mark.parametrize("last", ["4", "5"])
def test_paragraphs_beside_sub_paragraphs_put_no_number_apart(last: str) -> None:
    zh = read(ZH_PREAMBLE + "".join(f"{n}. {said}\n\n" for n, said in enumerate(_ZH, 1)))
    en = read(EN_PREAMBLE + "\n\n".join((*_EN[:-1], f"{last}{_EN[-1][1:]}")) + "\n")
    for bitext in (align(zh, en), align(en, zh)):
        assert len(bitext.rows) == 9
        found = [one for one in audit(bitext) if one.kind is FindingKind.NUMBERING]
        assert len(found) == (last == "5")
