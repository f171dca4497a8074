"""A resolution whose versions count their footnotes otherwise, since one has a note more."""

EN = """# General Assembly

A/RES/99/4

99/4. Notes

The General Assembly,

Recalling its resolution 74/43 of 12 December 2019,<sup>1</sup>

Noting the report of the Secretary-General of 5 May 2020,<sup>2</sup>

1. Decides to convene a conference in 2022;<sup>3</sup>

2. Requests the Secretary-General to report.

<sup>1</sup> See A/74/548, annex.

<sup>2</sup> Ibid., para. 5.

<sup>3</sup> See A/59/361.
"""
_ZH = """# 大会

A/RES/99/4

99/4. 脚注

大会，%s

回顾其 2019 年 12 月 12 日第 74/43 号决议，%s

注意到秘书长 2020 年 5 月 5 日的报告，%s

1. 决定于 2022 年召开会议；%s

2. 请秘书长提出报告。

%s
"""


def _zh(calls: tuple[str, str, str, str], *notes: str) -> str:
    marks = [f"<sup>{call}</sup>" if call else "" for call in calls]
    listed = [f"<sup>{place}</sup> {note}" for place, note in enumerate(notes, start=1)]
    return _ZH % (*marks, "\n\n".join(listed))


ZH_WITH_ONE_MORE = _zh(
    ("1", "2", "3", "4"),
    "译注：中文本由秘书处翻译。",
    "见 A/74/548，附件。",
    "同上，第 5 段。",
    "见 A/59/361。",
)
ZH_WITHOUT_THE_FIRST = _zh(("", "", "1", "2"), "见 A/74/548，第 5 段。", "见 A/59/361。")
ZH_WITH_MARKS_SWAPPED = _zh(
    ("", "2", "1", "3"), "见 A/74/548，附件。", "同上，第 5 段。", "见 A/59/361。"
)
ZH_WITHOUT_MARKS = _zh(("", "", "", ""), "见 A/74/548，附件。", "同上，第 5 段。", "见 A/59/361。")
