"""Numbers of versions: which main version one belongs to, and which number follows. Pure.

Versions are written by people – "5.2", "v12", "Release 2024.1" – so what cannot be read is said to be unknown.
"""

from __future__ import annotations

import re
import string

_SWEDISH = "åäöÅÄÖ"
BEFORE_NUMBER = f"{string.ascii_letters}{_SWEDISH}{string.whitespace}.,:;+-_–/()#&"
"""What may stand before the number of a version; the storage skips the same signs."""
LONGEST_NUMBER = 15
"""How many digits of a number are read."""

_LEADING = re.compile(f"[0-9]{{1,{LONGEST_NUMBER}}}")
_NUMBERED = re.compile(r"(\d+)(?:\.\d+)*")


def major(version: str) -> int | None:
    """The main version, 5 of "5.2" and 2024 of "Release 2024.1"; None of what has no number to begin with."""
    found = _LEADING.match(version.lstrip(BEFORE_NUMBER))
    return int(found[0]) if found else None


def next_version(version: str) -> str:
    """The number after a version's, "3.0" after "2.1"; "" when it is not numbered like that."""
    found = _NUMBERED.fullmatch(version.strip())
    return f"{int(found[1]) + 1}.0" if found else ""
