"""What citations call organs and places in languages other than English, which is usual.

Only Chinese has a table (`zh/citation.json`): by the Chinese standard GB/T 7714 Chinese texts are
cited in Chinese, in the script of the text.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from desktop_app.grammar.tables import table


class Names(NamedTuple):
    """The names in one language and script. `organs` by their English names, that of the
    organization under ""; `places` by what the ids of clauses begin with, % standing for the
    number; `to` parts the ends of a range, `number_sign` stands before a number; `text` means a
    language version, `untitled` stands for a title."""

    organs: Mapping[str, str]
    places: Mapping[str, str]
    to: str
    number_sign: str
    text: str
    untitled: str


@cache
def names(language: str, traditional: bool = False) -> Names | None:
    """The names for citing a text in a language, None where it is cited in English."""
    data = table(language, "citation")
    if not data:
        return None

    def own(key: str) -> Mapping[str, str]:
        return {name: forms[traditional] for name, forms in data[key].items()}

    return Names(
        organs=own("organs"),
        places=own("places"),
        to=data["to"],
        number_sign=data["number_sign"],
        text=data["text"],
        untitled=data["untitled"],
    )
