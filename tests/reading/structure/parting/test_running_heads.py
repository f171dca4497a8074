"""The running heads of printed volumes are no headings, no paragraphs, and part none."""

import pytest

from desktop_app.reading.readers import text
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Resolution
from tests.support.six_languages import COUNCIL
from tests.support.texts import every_text, ids

_SENTENCES = {
    "en": ("Recalling its resolution 74/43,", "1. Decides to meet", "and to report;"),
    "fr": ("Rappelant sa résolution 74/43,", "1. Décide de se réunir", "et de faire rapport;"),
    "es": ("Recordando su resolución 74/43,", "1. Decide reunirse", "y presentar un informe;"),
    "ru": ("ссылаясь на свою резолюцию 74/43,", "1. постановляет собраться", "и доложить;"),
    "zh": ("回顾其第74/43号决议，", "1. 决定每年在港口的灯塔举行会议", "并提出报告；"),
    "ar": ("إذ تشير إلى قرارها 74/43،", "1 - تقرر أن تجتمع", "وأن تقدم تقريرا؛"),
}
_SESSIONS = {
    "en": "General Assembly—Forty-fifth Session",
    "fr": "Assemblée générale — Quarante-cinquième session",
    "es": "Asamblea General — Cuadragésimo quinto período de sesiones",
    "ru": "Генеральная Ассамблея — Сорок пятая сессия",
    "zh": "大会——第四十五届会议",
    "ar": "الجمعية العامة - الدورة الخامسة والأربعون",
}
_CHAPTERS = {
    "en": "VI. Resolutions adopted on the reports of the Third Committee",
    "fr": "VI. Résolutions adoptées sur les rapports de la Troisième Commission",
    "es": "VI. Resoluciones aprobadas sobre la base de los informes de la Tercera Comisión",
    "ru": "VI. Резолюции, принятые по докладам Третьего комитета",
    "zh": "六、根据第三委员会的报告通过的决议",
    "ar": "القرارات المتخذة بناء على تقارير اللجنة الثالثة",
}
_WITHOUT = {
    "en": "Resolutions adopted without reference to a Main Committee",
    "fr": "Résolutions adoptées sans renvoi à une grande commission",
    "es": "Resoluciones aprobadas sin remisión previa a una Comisión Principal",
    "ru": "Резолюции, принятые без передачи в главные комитеты",
    "zh": "未经发交主要委员会而通过的决议",
    "ar": "القرارات المتخذة دون الإحالة إلى لجنة رئيسية",
}


def _read(language: str, between: str) -> Resolution:
    preambular, first, rest = _SENTENCES[language]
    body = f"{COUNCIL[language]}\n\n{preambular}\n\n{first}\n\n{between}\n\n{rest}\n"
    return resolution(text.read(f"---\nlanguage: {language}\n---\n{body}"))


@pytest.mark.parametrize("language", list(COUNCIL))
@pytest.mark.parametrize("heads", [_SESSIONS, _CHAPTERS, _WITHOUT])
@pytest.mark.parametrize(
    "form", ["{}", "190\t{}", "{}          201", "190\n\n{}", "{}\n\n201", "{}\n201"]
)
def test_a_running_head_parts_no_paragraph(language: str, heads: dict[str, str], form: str) -> None:
    found = _read(language, form.format(heads[language]))
    _, first, rest = _SENTENCES[language]
    assert ids(found) == ["pp1", "op1"]
    whole = f"{first}{'' if language == 'zh' else ' '}{rest}"
    (one,) = [clause for clause in found.walk() if clause.number]
    assert whole.endswith(one.text)
    assert heads[language] not in "\n".join(every_text(found))


def test_it_is_none_in_the_lines_of_a_file_that_runs_its_paragraphs_together() -> None:
    found = resolution(
        text.read(
            "The General Assembly,\nRecalling its resolution 74/43,\n"
            "1. Decides to keep all the lights of the harbours lit, by day and by night, and to\n"
            "General Assembly—Forty-fifth Session\n"
            "thank their keepers for all that they have done in the winter of that long year;\n"
            "2. Decides to end.\n"
        )
    )
    assert ids(found) == ["pp1", "op1", "op2"]


def test_on_a_later_page_of_what_began_elsewhere_it_is_one_as_well() -> None:
    found = resolution(
        text.read(
            "to keep all the lights of the harbours lit by day and by night;\n\n"
            "4. Decides to thank their keepers for all\n\n"
            "VI. Resolutions adopted on the reports of the Third Committee\n\n"
            "that they have done.\n\n37th plenary meeting\n7 December 1990\n\n"
            "45/900. Lamps\n\nThe General Assembly,\n\nRecalling it,\n\n1. Decides to act.\n"
        )
    )
    first = next(clause for clause in found.walk() if clause.number == "4")
    assert first.text == "Decides to thank their keepers for all that they have done."


@pytest.mark.parametrize(
    "line",
    [
        "Resolutions adopted by the Conference",
        "General Assembly resolutions—an overview",
        "RESOLUTION ADOPTED ON THE REPORT OF THE FIRST COMMITTEE",
    ],
)
def test_another_line_like_it_stays(line: str) -> None:
    found = _read("en", f"to act;\n\n{line}\n\n2. Decides")
    assert line in "\n".join(every_text(found))
