"""Which language and script a text is in: tag, name, direction."""

from desktop_app.common.messages import Translate, filled
from desktop_app.grammar.languages import Direction, language_of
from desktop_app.grammar.scripts import SCRIPT_NAMES
from desktop_app.resolution.model import Resolution
from desktop_app.resolution.variants import VARIANTS


def language_tag(resolution: Resolution) -> str:
    """The BCP 47 tag of the text: "en", "zh-Hans", "zh-Hant-TW"."""
    if not language_of(resolution.language).has_two_scripts:
        return resolution.language
    region = VARIANTS[resolution.converted].region if resolution.converted else ""
    script = "" if resolution.script == "Hani" else resolution.script
    return "-".join(filter(None, [resolution.language, script, region]))


def direction(resolution: Resolution) -> Direction:
    """The direction of the script that the text is written in."""
    return language_of(resolution.language).direction


def language_name(resolution: Resolution, translate: Translate = str) -> str:
    """ "Chinese (Simplified)", "English"."""
    return name_in_script(resolution.language, resolution.script, translate)


def name_in_script(code: str, script: str, translate: Translate = str) -> str:
    """The same for a language by its tag and the ISO 15924 code of the script."""
    language = language_of(code)
    name = translate(language.name)
    written = SCRIPT_NAMES.get(script, "") if language.has_two_scripts else ""
    return filled(translate("%1 (%2)"), name, translate(written)) if written else name
