"""The sample region as the window makes it: the first time somebody wants it, on a worker's thread."""

from __future__ import annotations

from pathlib import Path

from itadmin.documents.sample_handlings import keep_adopted
from itadmin.services.sample import make_sample_region
from itadmin.services.sample_exchange import exchange


def make(folder: Path) -> None:
    """Make it in a folder, with papers that are adopted and share files. Raises KnownError; none is made then."""
    make_sample_region(folder, keep_adopted, exchange)
