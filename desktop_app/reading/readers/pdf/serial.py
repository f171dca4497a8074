"""Blocks as JSON between the two processes, and the reasons why a file is refused."""

from enum import StrEnum
from typing import Any

from desktop_app.reading.blocks import Block, BlockKind, Document, Stretch
from desktop_app.resolution.model import Run, Style


class Reason(StrEnum):
    """Why a PDF cannot be read."""

    ENCRYPTED = "encrypted"
    CUT_OFF = "cut off"
    DAMAGED = "damaged"
    NO_PAGES = "no pages"
    TOO_MANY_PAGES = "too many pages"
    PICTURES = "pictures"
    NO_WORDS = "no words"
    NAMELESS = "nameless"


class RefusedError(Exception):
    """A PDF is not read; `detail` is a number for the sentence."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


def dump(read: Document | RefusedError) -> dict[str, Any]:
    """A document or a refused as JSON has it."""
    if isinstance(read, RefusedError):
        return {"reason": read.reason.value, "detail": read.detail}
    return {
        "metadata": read.metadata,
        "blocks": [
            [
                block.kind.value,
                block.number,
                block.level,
                block.headings,
                [[r.text, r.style.value] for r in block.runs],
            ]
            for block in read.blocks
        ],
        "printed": read.printed,
    }


def load(answer: dict[str, Any]) -> Document | RefusedError:
    """What `dump` has written. Raises ValueError, KeyError or TypeError for anything else."""
    if "reason" in answer:
        return RefusedError(Reason(answer["reason"]), str(answer["detail"]))
    return Document(
        tuple(_block(*one) for one in answer["blocks"]),
        {str(key): str(value) for key, value in answer["metadata"].items()},
        printed=tuple(_stretch(*one) for one in answer["printed"]),
    )


def _block(kind: str, number: str, level: int, headings: int, runs: list[list[str]]) -> Block:
    words = tuple(Run(str(text), Style(style)) for text, style in runs)
    return Block(
        BlockKind(kind), words, number=str(number), level=int(level), headings=int(headings)
    )


def _stretch(text: str, page: int, box: list[float] | None, column: int, is_note: bool) -> Stretch:
    if box is None:
        return Stretch(str(text), int(page), None, int(column), bool(is_note))
    left, top, right, bottom = map(float, box)
    place = left, top, right, bottom
    return Stretch(str(text), int(page), place, int(column), bool(is_note))
