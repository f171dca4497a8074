"""The variants of Chinese that a text can be shown in, and which of them make sense for it.

A variant bears the name of the OpenCC configuration that makes it from the published text
(https://github.com/BYVoid/OpenCC#configurations).
"""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from desktop_app.grammar.languages import language_of
from desktop_app.grammar.scripts import standards
from desktop_app.resolution.model import Resolution


class Variant(NamedTuple):
    """The result of a configuration: `script` is the ISO 15924 code, `region` the ISO 3166 code or
    ""; a person chooses it by its `name`; `local_terms`: it replaces words by those of the region,
    and not only characters."""

    script: str
    name: str
    region: str = ""
    local_terms: bool = False


_SIMPLIFIED = Variant(script="Hans", name="Simplified")
_MAINLAND = Variant(script="Hans", name="Simplified with mainland terms", local_terms=True)
_TRADITIONAL = Variant(script="Hant", name="Traditional")
_TAIWAN = Variant(script="Hant", name="Taiwan", region="TW")
_TAIWAN_TERMS = Variant(
    script="Hant", name="Taiwan with local terms", region="TW", local_terms=True
)
_HONG_KONG = Variant(script="Hant", name="Hong Kong", region="HK")
_HONG_KONG_TERMS = Variant(
    script="Hant", name="Hong Kong with local terms", region="HK", local_terms=True
)

VARIANTS = {
    "s2t": _TRADITIONAL,
    "s2tw": _TAIWAN,
    "s2twp": _TAIWAN_TERMS,
    "s2hk": _HONG_KONG,
    "s2hkp": _HONG_KONG_TERMS,
    "t2s": _SIMPLIFIED,
    "tw2s": _SIMPLIFIED,
    "tw2sp": _MAINLAND,
    "hk2s": _SIMPLIFIED,
    "hk2sp": _MAINLAND,
    "t2tw": _TAIWAN,
    "t2hk": _HONG_KONG,
    "tw2t": _TRADITIONAL,
    "hk2t": _TRADITIONAL,
}

CONFIGURATIONS = (*VARIANTS, "t2jp", "jp2t")
"""Every conversion of OpenCC: those to a variant of Chinese, and those to and from the characters
of Japan, for text and files alone and offered for no resolution."""

_OFFERED = {
    "Hans": ("s2t", "s2tw", "s2twp", "s2hk", "s2hkp"),
    "Hani": ("t2s", "s2t", "s2tw", "s2twp", "s2hk", "s2hkp"),
    "Hant": ("t2s", "t2tw", "t2hk"),
    "Hant-TW": ("tw2s", "tw2sp", "tw2t"),
    "Hant-HK": ("hk2s", "hk2sp", "hk2t"),
}
"""By the script of the published text: Simplified, mixed, Traditional, and Traditional in the
characters of Taiwan or of Hong Kong."""

_ENOUGH = 20_000
"""Characters that are looked at."""


def as_converted(resolution: Resolution, configuration: str) -> Resolution:
    """A Chinese text marked as what a configuration has made of it; the words are left as they are.
    A text in another language, and any for "", comes back as it is."""
    if not language_of(resolution.language).has_two_scripts or not configuration:
        return resolution
    return resolution._replace(
        script=VARIANTS[configuration].script,
        converted=configuration,
        converted_from=resolution.script,
    )


def offered(resolution: Resolution) -> tuple[str, ...]:
    """The configurations that make sense for a published text."""
    if not language_of(resolution.language).has_two_scripts:
        return ()
    standard = _standard(resolution) if resolution.script == "Hant" else ""
    return _OFFERED.get(f"{resolution.script}{standard}", ())


def fits(configuration: str, resolution: Resolution) -> bool:
    """Whether a configuration makes sense for a published text."""
    return configuration in offered(resolution)


def _standard(resolution: Resolution) -> str:
    """The standard with the fewest characters in the text that only the others write."""
    text = "".join(islice(_texts(resolution), _ENOUGH))[:_ENOUGH]
    every = frozenset().union(*standards().values())
    strangers = {name: sum(map(text.count, every - own)) for name, own in standards().items()}
    return min(strangers, key=lambda name: strangers[name])


def _texts(resolution: Resolution) -> Iterator[str]:
    yield from (clause.text for clause in resolution.walk())
    yield from (note.text for note in resolution.footnotes)
