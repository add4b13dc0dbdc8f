"""Importing without what PySide does to it.

PySide reads the source of every module that is imported after it and looks for a wish to spell Qt's names otherwise.
None of ours has one, and the sources of all that the program loads are twenty megabytes that Python then keeps.
"""

from __future__ import annotations

import linecache
import sys

_SPELLINGS = "shibokensupport.feature"
_LOOKS_INTO = "_mod_uses_pyside"


def read_no_sources() -> None:
    """Let PySide take it that no module wishes for other spellings. Does nothing when PySide asks in another way."""
    linecache.clearcache()
    asking = vars(sys.modules[_SPELLINGS]) if _SPELLINGS in sys.modules else {}
    if _LOOKS_INTO in asking:
        asking[_LOOKS_INTO] = _has_no_wish


def _has_no_wish(_module: object) -> bool:
    return False
