"""How far a text can be trusted, in words that can be shown and exported."""

from desktop_app.common.messages import Translate, filled
from desktop_app.grammar.scripts import SCRIPT_NAMES
from desktop_app.resolution.model import Caveat, Provenance, Resolution
from desktop_app.resolution.variants import VARIANTS

TRUST = {
    Provenance.OFFICIAL: "official text, as the file states",
    Provenance.TRANSCRIPTION: "transcription, not the official record",
    Provenance.CONVERTED: "converted from another script, not the official record",
    Provenance.UNSTATED: "source not stated, not compared with the official record",
}
CAVEATS = {
    Caveat.RECOGNISED: "text recognized by a program in a picture of the page",
    Caveat.PICTURES: "pages that are pictures are missing",
    Caveat.CHANGES: "tracked changes accepted",
    Caveat.OLD_WORD: "taken from an old Word file by another program",
}
_SHORT_CAVEATS = {
    Caveat.RECOGNISED: "recognized text",
    Caveat.PICTURES: "pages missing",
    Caveat.CHANGES: "tracked changes accepted",
    Caveat.OLD_WORD: "taken from an old Word file",
}
_SHORT_TRUST = {
    Provenance.OFFICIAL: "",
    Provenance.TRANSCRIPTION: "transcription",
    Provenance.CONVERTED: "converted from another script",
    Provenance.UNSTATED: "source not stated",
}


def trust(resolution: Resolution, translate: Translate = str) -> str:
    """How far the text can be trusted, in one phrase."""
    phrase = _trust(resolution, translate)
    for caveat in resolution.caveats:
        phrase = filled(translate("%1; %2"), phrase, translate(CAVEATS[caveat]))
    return phrase


def _trust(resolution: Resolution, translate: Translate) -> str:
    phrase = translate(TRUST[resolution.provenance])
    if not resolution.converted:
        return phrase
    if resolution.provenance is Provenance.OFFICIAL:
        phrase = translate("only the published text is official")
    source = translate(SCRIPT_NAMES.get(resolution.converted_from, "another script"))
    variant = VARIANTS[resolution.converted]
    if variant.local_terms:
        phrase = filled(translate("some words are others than published; %1"), phrase)
    template = translate("converted from %1 (OpenCC, %2); %3")
    return filled(template, source, translate(variant.name), phrase)


def short_trust(resolution: Resolution) -> str:
    """The same in a word or two, in English; "" for the official text."""
    phrases = [_SHORT_TRUST[resolution.provenance]]
    if resolution.converted:
        source = SCRIPT_NAMES.get(resolution.converted_from, "another script")
        terms = " with local terms" if VARIANTS[resolution.converted].local_terms else ""
        phrases.append(f"converted from {source} by OpenCC{terms}")
    phrases += [_SHORT_CAVEATS[caveat] for caveat in resolution.caveats]
    return ", ".join(filter(None, phrases))
