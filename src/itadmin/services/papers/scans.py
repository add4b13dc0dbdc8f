"""The file that comes back signed: read from the computer and taken as it is, if it is a PDF or a picture of pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from itadmin.domain.attached_files import MOST_BYTES, clean_file_name, size_text
from itadmin.domain.problems import KnownError
from itadmin.services.attachments import read_content

_STARTS: Mapping[bytes, tuple[str, ...]] = {
    b"%PDF-": (".pdf",),
    b"\x89PNG\r\n\x1a\n": (".png",),
    b"\xff\xd8\xff": (".jpg", ".jpeg"),
    b"II*\x00": (".tif", ".tiff"),
    b"MM\x00*": (".tif", ".tiff"),
}
"""How a file of each kind begins, and the endings that its name may have."""

KINDS = tuple(dict.fromkeys(ending for endings in _STARTS.values() for ending in endings))
"""The endings of files that can be a signed handling."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A signed copy: its file's name, which ends as what it is, and its content."""

    name: str
    content: bytes

    @property
    def is_pdf(self) -> bool:
        """Whether it is a PDF, so that text and signatures may be looked for in it."""
        return self.content.startswith(b"%PDF-")


def scan_at(path: Path) -> Scan:
    """Read a signed copy. Raises KnownError when it cannot be read, is too large, or is neither PDF nor picture."""
    size = path.stat().st_size if path.is_file() else 0
    if size > MOST_BYTES:
        raise KnownError(
            f"{path.name} är {size_text(size)}, men får vara högst {size_text(MOST_BYTES)}. Skanna med lägre "
            "upplösning, eller i svartvitt, och försök igen."
        )
    return scan_of(path.name, read_content(path))


def scan_of(name: str, content: bytes) -> Scan:
    """A signed copy of these bytes. Raises KnownError when it is neither PDF nor picture."""
    endings = next((endings for start, endings in _STARTS.items() if content.startswith(start)), ())
    clean = clean_file_name(name)
    if not endings:
        raise KnownError(f"{clean} är varken PDF eller bild. Välj det påskrivna som PDF, PNG, JPEG eller TIFF.")
    return Scan(clean if clean.lower().endswith(endings) else f"{clean}{endings[0]}", content)
