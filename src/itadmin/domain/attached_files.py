"""Names and kinds of attached files: what a name may hold, and which kinds are never opened from here. Pure."""

from __future__ import annotations

import re

from itadmin.domain.text import clean_line

MOST_BYTES = 25 * 1024 * 1024
"""The largest file that can be attached."""

_LONGEST_NAME = 150
_PATH_PARTS = re.compile(r"[/\\]")
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)

_OPENED = frozenset(
    (
        *("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "rtf", "txt", "csv", "md", "log", "vsdx", "msg", "eml"),
        *("png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp", "webp"),
    )
)
"""Endings of what can be looked at; whatever else may run something when it is opened."""

_KILO, _MEGA = 1000, 1_000_000


def clean_file_name(name: str) -> str:
    """A file's name as it is kept: its last part only, without what hides or misleads; "fil" when nothing is left.

    Ends as it ended, so that its kind is still told; at most 150 characters.
    """
    last = _PATH_PARTS.split(name)[-1]
    kept = clean_line(_FORBIDDEN.sub("", clean_line(last))).strip(". ")
    if _RESERVED.fullmatch(kept):
        kept = f"_{kept}"
    stem, dot, ending = kept.rpartition(".")
    if dot and len(kept) > _LONGEST_NAME:
        kept = f"{stem[: _LONGEST_NAME - 1 - len(ending[:20])]}.{ending[:20]}"
    return kept[:_LONGEST_NAME] or "fil"


def can_be_opened(name: str) -> bool:
    """Whether a file of this name is of a kind that is only looked at; everything else is saved, never opened."""
    _stem, dot, ending = clean_file_name(name).rpartition(".")
    return bool(dot) and ending.casefold() in _OPENED


def size_text(size: int) -> str:
    """A size as it is read: "640 byte", "12 kB", "3,4 MB"."""
    if size < _KILO:
        return f"{size}\u00a0byte"
    if size < _MEGA:
        return f"{round(size / _KILO)}\u00a0kB"
    return f"{size / _MEGA:.1f}\u00a0MB".replace(".", ",")
