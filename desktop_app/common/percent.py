"""Percent-encoding, as RFC 3986 has it: what may stand in an address and what is written in bytes.

`urllib` does the same, but whoever imports it can fetch: only the room that fetches may.
"""

from string import ascii_letters, digits

_UNRESERVED = frozenset(f"{ascii_letters}{digits}-._~")


def percent_encoded(text: str, safe: str = "") -> str:
    """The text with every character but the unreserved and the `safe` ones as the bytes of UTF-8.

    >>> percent_encoded("A/RES/1540 (2004)", safe="/")
    'A/RES/1540%20%282004%29'
    """
    return "".join(
        sign
        if sign in _UNRESERVED or sign in safe
        else "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "surrogatepass"))
        for sign in text
    )
