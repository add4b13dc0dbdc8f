"""Share files that are dropped on a window: one or many at once, known by their ending."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDropEvent

from itadmin.domain.sharing import ENDING


def dropped_shares(event: QDropEvent) -> list[Path] | None:
    """The share files that are being dropped; None when anything else is among them."""
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    is_whole = bool(paths) and len(paths) == len(urls) and all(path.suffix.lower() == ENDING for path in paths)
    return paths if is_whole else None
