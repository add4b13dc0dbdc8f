"""Writing review sheets into a folder, where no file that lies there is written over. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from itadmin.domain.problems import KnownError
from itadmin.services.reading import Reading
from itadmin.services.reviewing.sheets import Reviewer, review_sheets
from itadmin.services.safekeeping import write_file


def write_sheets(reading: Reading, chosen: Sequence[Reviewer], folder: Path) -> int:
    """Write the sheets and close the reading; gives how many. Raises KnownError."""
    with closing(reading):
        number = 0
        for sheet in review_sheets(reading, chosen, _files_in(folder)):
            write_file(folder / sheet.file_name, sheet.written.content)
            number += 1
        return number


def _files_in(folder: Path) -> list[str]:
    try:
        return [entry.name for entry in folder.iterdir()]
    except OSError as error:
        raise KnownError(f"Mappen {folder} går inte att läsa. Välj en annan.", details=str(error)) from error
