"""Text that a spreadsheet would take for a formula when it opens a file of separated text, made harmless and back.

Only for formats where a cell cannot say that it is text.
"""

from __future__ import annotations

import re

_RISKY = re.compile(r"'*(?:[\s\0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n\0])")
"""What may begin a formula, behind any apostrophes: those too get one more, so that it can be taken away again."""

_NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?")
_GUARD = "'"


def guarded(text: str) -> str:
    """The text with an apostrophe before it when it would be taken for a formula; plain numbers are let through."""
    return f"{_GUARD}{text}" if _RISKY.match(text) and not _NUMBER.fullmatch(text) else text


def unguarded(text: str) -> str:
    """The text as it was before `guarded`; an apostrophe that stands for itself is kept."""
    rest = text.removeprefix(_GUARD)
    return rest if rest != text and guarded(rest) == text else text
