"""A cache of excerpts, for a dialog that asks for the same again and again."""

from dataclasses import dataclass
from threading import Lock

from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Options, Progress, silent
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.script.convert import convert_bitext


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to write: rows of clauses, in the published script or by an OpenCC configuration ("" for
    none), and how."""

    rows: tuple[Row, ...]
    script: str
    options: Options


class ExcerptCache:
    """Keeps the converted texts and the last excerpt of one bitext. Safe for several threads, which
    wait for each other."""

    def __init__(self, published: Bitext) -> None:
        self._bitexts = {"": published}
        self._last: tuple[Request, Excerpt] | None = None
        self._lock = Lock()

    def excerpt(self, request: Request, progress: Progress = silent) -> Excerpt:
        """The excerpt of a request. Raises ExportError, ScriptError, and what `progress` raises to
        end the work."""
        with self._lock:
            progress(0.0)
            if self._last is None or self._last[0] != request:
                bitext = self._converted(request.script)
                progress(0.0)
                self._last = request, excerpt(bitext, request.rows, request.options)
            return self._last[1]

    def _converted(self, script: str) -> Bitext:
        if script not in self._bitexts:
            self._bitexts[script] = convert_bitext(self._bitexts[""], script)
        return self._bitexts[script]
