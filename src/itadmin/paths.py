"""Where the program keeps what is not in a register file: proposals for new files, the sample region, the log, prints.

Only names folders and files; makes none of them, and knows nothing of what they hold.
"""

from __future__ import annotations

import re
from itertools import chain, count
from pathlib import Path

from platformdirs import user_cache_path, user_data_path, user_documents_path, user_log_path

_PROGRAM = "itadmin"
_ENDING = ".itadmin"
_REFUSED = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST = 80


def registers_folder() -> Path:
    """The folder that new registers are proposed to lie in, in the user's own documents."""
    return user_documents_path() / _PROGRAM


def proposed_register(name: str, folder: Path | None = None) -> Path:
    """A free file for a register called `name`; "Bengtsfors kommun 2" when there is one of that name."""
    safe = _REFUSED.sub("-", name)[:_LONGEST].strip(" .") or "Register"
    where = folder or registers_folder()
    names = chain([safe], (f"{safe} {number}" for number in count(2)))
    return next(path for each in names if not (path := where / f"{each}{_ENDING}").exists())


def sample_folder() -> Path:
    """The folder of the sample region that is opened from the welcome page."""
    return user_data_path(_PROGRAM, appauthor=False) / "exempelregionen"


def log_folder() -> Path:
    """The folder of the log."""
    return user_log_path(_PROGRAM, appauthor=False)


def print_folder() -> Path:
    """The folder of papers that are handed to the system's viewer to be printed."""
    return user_cache_path(_PROGRAM, appauthor=False) / "utskrift"
