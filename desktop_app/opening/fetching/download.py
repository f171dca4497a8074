"""One file over HTTP, within limits of time, size and redirects.

It is done with urllib3, and with the certificates of the system (truststore), so that what a
browser on this computer trusts is trusted here too. No cookies are kept, and nothing is sent but
the request.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ssl import PROTOCOL_TLS_CLIENT
from urllib.parse import urljoin, urlsplit

import truststore
from urllib3 import BaseHTTPResponse, PoolManager, Retry, Timeout
from urllib3.exceptions import (
    HTTPError,
    LocationParseError,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    SSLError,
    TimeoutError,
    URLSchemeUnknown,
)

from desktop_app import __version__
from desktop_app.common.messages import Message, UserError

_AT_ONCE = 1 << 16
_MOVED = {301, 302, 303, 307, 308}
_MISSING = {404, 410}
_TROUBLES: tuple[tuple[type[Exception], Message], ...] = (
    (SSLError, Message("its certificate is not trusted")),
    (NameResolutionError, Message("its name is not known")),
    (NewConnectionError, Message("it cannot be reached")),
    (TimeoutError, Message("it does not answer")),
    (LocationParseError, Message("that is no address")),
    (URLSchemeUnknown, Message("that is no address")),
)
"""What a person is told of each error of urllib3; the first that fits counts."""
_CUT_OFF = Message("it was cut off")
_HEADERS = {
    "User-Agent": f"resolution-reader/{__version__}",
    "Accept": "*/*",
    "Accept-Encoding": "gzip, deflate",
}


class FetchError(UserError):
    """A document cannot be fetched; the message says why and names the way out."""


class MissingError(FetchError):
    """The server has no such document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a download may take: `seconds` in all, `silence` in seconds without a byte, `size` in
    bytes as they are unpacked, and `redirects`."""

    seconds: float = 120
    silence: float = 20
    size: int = 50_000_000
    redirects: int = 8


def download(address: str, limits: Limits, progress: Callable[[float], None]) -> tuple[bytes, str]:
    """The bytes at an address, and the address that they came from in the end. `progress` is called
    with the share done, and may raise to end the download. Raises FetchError."""
    end = time.monotonic() + limits.seconds
    visited: set[str] = set()
    with PoolManager(ssl_context=truststore.SSLContext(PROTOCOL_TLS_CLIENT)) as pool:
        while True:
            visited.add(address)
            progress(0.0)
            try:
                response = _asked(pool, address, limits)
                try:
                    if response.status not in _MOVED:
                        return b"".join(_body(response, address, limits, end, progress)), address
                    following = _following(response, address)
                finally:
                    response.release_conn()
                    response.close()
            except (HTTPError, LocationParseError) as error:
                raise _unreachable(address, error) from None
            if following in visited or len(visited) > limits.redirects:
                raise FetchError(
                    Message(
                        "%1 only leads from one address to the next; try again later, or open a "
                        "file that you have.",
                        (host(address),),
                    )
                )
            address = following


def host(address: str) -> str:
    """The name of the server in an address."""
    return urlsplit(address).netloc or address


def _asked(pool: PoolManager, address: str, limits: Limits) -> BaseHTTPResponse:
    return pool.request(
        "GET",
        address,
        headers=_HEADERS,
        preload_content=False,
        redirect=False,
        retries=Retry(total=0, connect=1, redirect=False),
        timeout=Timeout(connect=limits.silence, read=limits.silence),
    )


def _following(response: BaseHTTPResponse, address: str) -> str:
    """Where a redirect leads. Raises FetchError for one that leaves HTTPS."""
    following = urljoin(address, response.headers.get("Location", ""))
    scheme, before = urlsplit(following).scheme, urlsplit(address).scheme
    if scheme != "https" and scheme != before:
        raise FetchError(
            Message(
                "%1 leads to an address that is not secure, which is not followed; open a file "
                "that you have.",
                (host(address),),
            )
        )
    return following


def _body(
    response: BaseHTTPResponse,
    address: str,
    limits: Limits,
    end: float,
    progress: Callable[[float], None],
) -> Iterator[bytes]:
    """The bytes of an answer, piece by piece. Raises FetchError."""
    _check_status(response, address)
    length = response.headers.get("Content-Length", "")
    expected = int(length) if length.isdecimal() and len(length) < 16 else 0
    size = 0
    # What has come so far: to wait for a full piece would let a slow server hold everything up.
    while piece := response.read1(_AT_ONCE, decode_content=True):
        size += len(piece)
        if size > limits.size:
            raise FetchError(
                Message(
                    "What %1 sends is larger than %2 MB, too large for a resolution; open a file "
                    "that you have.",
                    (host(address), str(limits.size // 1_000_000)),
                )
            )
        if time.monotonic() > end:
            raise FetchError(
                Message(
                    "%1 is too slow; try again later, or open a file that you have.",
                    (host(address),),
                )
            )
        progress(min(size / expected, 1.0) if expected else 0.0)
        yield piece


def _check_status(response: BaseHTTPResponse, address: str) -> None:
    """Raises FetchError for any answer but success."""
    if response.status in _MISSING:
        raise MissingError(Message("%1 has nothing at this address", (host(address),)))
    if response.status != 200:
        raise FetchError(
            Message(
                "%1 answers with error %2; try again later, or open a file that you have.",
                (host(address), str(response.status)),
            )
        )


def _unreachable(address: str, error: Exception) -> FetchError:
    """What went wrong on the way, in a sentence: the library's words name its own parts."""
    cause = error.reason if isinstance(error, MaxRetryError) else error
    why = next((why for kind, why in _TROUBLES if isinstance(cause, kind)), _CUT_OFF)
    return FetchError(
        Message(
            "%1 sends nothing (%2); check the connection, or open a file that you have.",
            (host(address), why),
        )
    )
