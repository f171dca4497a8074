"""What many tests start from: the bundled texts, small resolutions, and a readable outline."""

import re
from functools import cache

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.opening.documents import open_bitext
from desktop_app.reading.readers import markdown
from desktop_app.reading.structure import resolution as structure
from desktop_app.resolution import tables
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.labels import label
from desktop_app.resolution.model import Clause, DocumentKind, Resolution, Run, Runs, Style, words

ZH = BUNDLED.read_bytes().decode("utf-8")
EN = BUNDLED_TRANSLATION.read_bytes().decode("utf-8")

_ZH_OPENINGS = """
    回顾 确认 深为关切 认识到 表示注意到 欢迎 注意到 又注意到 还注意到 注意到 认识到 表示注意到
    又表示注意到 还表示注意到 表示注意到 意识到 强调 促请 呼吁 敦促 鼓励 请 决定
"""
_EN_OPENINGS = """
    Recalling, Recognizing, Deeply concerned, Cognizant, Taking note, Welcoming, Welcoming also,
    Noting, Noting also, Noting further, Noting, Acknowledging, Taking note, Taking note also,
    Taking note further, Taking note, Mindful, Emphasizing,
    Calls upon, Appeals, Urges, Encourages, Requests, Decides
"""
ZH_OPENINGS = _ZH_OPENINGS.split()
EN_OPENINGS = [opening.strip() for opening in _EN_OPENINGS.split(",")]

EN_HEAD = "# General Assembly\n\n75/58. A title\n\nThe General Assembly,\n\n"
"""The least that a resolution can begin with; what follows is the preamble."""
EN_PREAMBLE = EN_HEAD + "Recalling its resolution 74/43 of 12 December 2019,\n\n"
"""The same with one preambular paragraph; what follows is the operative part."""
ZH_PREAMBLE = "大会\n\n75/58. 题目\n\n大会，\n\n回顾其 2019 年 12 月 12 日第 74/43 号决议，\n\n"


FLAT = (
    "请各国采取 7 项措施：",
    "在 2025 年前报告；",
    "设立 12 个中心；",
    "请秘书长：",
    "提供 30 名工作人员；",
    "每 5 年审查一次；",
    "决定处理此案，共 45 项。",
    "又决定在第 80 届会议审议。",
)
"""The words of paragraphs that are all of one level, and NESTED the same with sub-paragraphs."""
NESTED = (
    "1. Requests States to take 7 measures:",
    "(a) To report by 2025;",
    "(b) To establish 12 centres;",
    "2. Requests the Secretary-General:",
    "(a) To provide 30 staff;",
    "(b) To review every 5 years;",
    "3. Decides to remain seized, with 45 items.",
    "4. Decides also to consider it at its 80th session.",
)


def read(text: str) -> Resolution:
    """A Markdown text, read; a bundled one is read once, since nothing can change it."""
    return _read_bundled(text) if text in (ZH, EN) else read_anew(text)


def read_anew(text: str) -> Resolution:
    """A Markdown text, read in any case."""
    return structure.resolution(markdown.read(text))


_read_bundled = cache(read_anew)


@cache
def bundled_pair() -> Bitext:
    """The bundled resolution beside its translation, read and aligned once."""
    return open_bitext(BUNDLED, BUNDLED_TRANSLATION)


def ids(resolution: Resolution) -> list[str]:
    """The ids of all clauses in reading order."""
    return [clause.id for clause in resolution.walk()]


def openings(resolution: Resolution) -> list[str]:
    """The opening words of all clauses in reading order."""
    return [clause.opening for clause in resolution.walk()]


def texts(resolution: Resolution) -> dict[str, str]:
    """The text of each clause under its id."""
    return {clause.id: clause.text for clause in resolution.walk()}


def clause(resolution: Resolution, id: str) -> Clause:
    """The clause of an id."""
    return next(clause for clause in resolution.walk() if clause.id == id)


def every_text(resolution: Resolution) -> list[str]:
    """All the words of a resolution, wherever they stand: numbers and marks too."""
    out = [line.text for line in (*resolution.head, *resolution.closing)]
    for part in resolution.divisions():
        out.append(words(part.heading))
        for found in part.own():
            out += [_with_marks(found.heading), found.mark, _with_marks(found.runs)]
    for note in resolution.footnotes:
        out += [note.mark, _with_marks(note.runs)]
    return out


def outline(resolution: Resolution) -> str:
    """The resolution as a text that a person can check: what the outline files hold.

    Opening words stand between bars, footnote marks in square brackets with the note they call.
    """
    head = resolution.masthead
    facts = {name: value for name, value in head._asdict().items() if value not in ("", None)}
    lines = [f"{resolution.language} {resolution.script} {resolution.provenance.value}"]
    if resolution.kind not in (DocumentKind.RESOLUTION, DocumentKind.TEXT):
        lines[0] += f" {resolution.kind.value}"
    lines += [f"{name}: {value}" for name, value in facts.items()]
    for part in resolution.divisions():
        lines += ["", " ".join([part.id, f"({part.kind.value})", words(part.heading)]).rstrip()]
        stated = part.masthead._asdict() if part.masthead else {}
        lines += [f"  {name}: {value}" for name, value in stated.items() if value not in ("", None)]
        for found in part.own():
            indent = "  " * (label(found.id).count("(") + 1)
            mark = f" {found.mark}" if found.mark else ""
            if found.heading:
                lines.append(f"{indent}({_with_marks(found.heading)})")
            lines.append(f"{indent}{found.id}{mark} {_outlined(found)}")
    lines.append("")
    lines += [f"{line.id}: {line.text}" for line in resolution.closing]
    lines += [f"{note.id} {note.mark} = {note.text}" for note in resolution.footnotes]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _outlined(clause: Clause) -> str:
    if clause.table:
        cells = [" | ".join(map(_with_marks, row)) for row in tables.rows(clause.runs)]
        return "\n".join([f"(table, {clause.table.headings})", *cells]).replace("\u2028", " / ")
    text = _with_marks(clause.runs)
    if not clause.opening:
        return text
    assert clause.text.startswith(clause.opening)
    return f"|{clause.opening}|{text[len(clause.opening) :]}"


def _with_marks(runs: Runs) -> str:
    return "".join(map(_with_mark, runs))


def _with_mark(run: Run) -> str:
    return f"[{run.note or f'{run.text}?'}]" if run.style is Style.MARK else run.text


def unmarked(markdown_text: str) -> str:
    """The words of a bundled text, without its markup, its footnote marks and all white space:
    stripped by hand, so that it is no work of the reader's own parser."""
    text = re.sub(r"\A---\n.*?\n---\n", "", markdown_text, flags=re.DOTALL)
    text = re.sub(r"<sup>\d+</sup>|\[\^\d+\]:?", "", text)
    text = re.sub(r"^#+ |^\d+\. ", "", text, flags=re.MULTILINE)
    return re.sub(r"[*\s]+", "", text)
