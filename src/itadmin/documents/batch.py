"""Many papers at once: each to a file of its own in a folder, or all after each other in one file.

A paper that cannot be made is told with its record and why, and the others go on. Stopped half-way, a folder keeps the
whole files it has got, and one file for all is not written.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import BinaryIO

from itadmin.documents.batch_press import Made, Order, press
from itadmin.documents.catalogue import TYPES
from itadmin.documents.pdf.joining import Joiner, TooLargeError
from itadmin.domain.problems import KnownError
from itadmin.services.packing import PackedRegister, packed
from itadmin.services.progress import CancelledError, Progress
from itadmin.services.reading import Reading
from itadmin.services.safekeeping import write_file, write_file_by

__all__ = ["LeftOut", "Order", "Outcome", "into_file", "into_folder"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A record that no paper was made of, by what it is called, and why."""

    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an order: how many papers, in which files, and what was left out.

    `stopped` says that somebody stopped it, so that not all has been tried.
    """

    made: int
    files: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]
    stopped: bool = False


def into_folder(reading: Reading, order: Order, folder: Path, progress: Progress) -> Outcome:
    """Make the papers of an order, each in a file of its own; no file that is there is written over.

    Raises KnownError when the folder cannot be written in; the files written before that are whole, and stay.
    """
    files: list[Path] = []
    left_out: list[LeftOut] = []
    names = _Names(folder)
    stopped = False
    with closing(_told(packed(reading), order, progress)) as papers:
        try:
            for made in papers:
                if made.reason:
                    left_out.append(LeftOut(made.label, made.reason))
                else:
                    path = names.free(made.file_name)
                    write_file(path, made.content)
                    files.append(path)
        except CancelledError:
            stopped = True
    return Outcome(len(files), tuple(files), tuple(left_out), stopped)


def into_file(reading: Reading, order: Order, path: Path, progress: Progress) -> Outcome:
    """Make the papers of an order after each other in one file, with a bookmark for each.

    No file is written when it is stopped, or when no paper could be made. Raises KnownError when the file cannot be
    written or the papers are too many for one.
    """
    left_out: list[LeftOut] = []
    title, author = f"{TYPES[order.type_name].name}, flera", reading.organisation().label
    created = datetime.combine(reading.day, time(), UTC)
    count = 0

    def write(target: BinaryIO) -> None:
        nonlocal count
        joiner = Joiner(target)
        with closing(_told(packed(reading), order, progress)) as papers:
            for made in papers:
                if made.reason:
                    left_out.append(LeftOut(made.label, made.reason))
                else:
                    joiner.add(made.content, made.label)
                    count += 1
        if not count:
            raise _NothingMadeError
        joiner.finish(title, author, created)

    try:
        write_file_by(path, write)
    except _NothingMadeError:
        return Outcome(0, (), tuple(left_out))
    except CancelledError:
        return Outcome(0, (), tuple(left_out), stopped=True)
    except TooLargeError as error:
        raise KnownError(
            "Så många sidor får inte plats i en PDF. Välj färre poster, eller en fil för var och en."
        ) from error
    return Outcome(count, (path,), tuple(left_out))


class _NothingMadeError(Exception):
    """No paper of an order could be made, so there is nothing to write."""


def _told(register: PackedRegister, order: Order, progress: Progress) -> Generator[Made, None, None]:
    """The papers as they come, each told to `progress`. Raises CancelledError."""
    progress.begin(len(order.ids))
    with closing(press(register, order)) as papers:
        for made in papers:
            yield made
            progress.advance()


class _Names:
    """Names of files in a folder that nothing has there, whatever the system thinks of capitals."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken = _names_in(folder)

    def free(self, name: str) -> Path:
        """A path for a file of this name, numbered when there is one already."""
        proposed = Path(name)
        number = 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{proposed.stem}-{number}{proposed.suffix}"
        self._taken.add(name.casefold())
        return self._folder / name


def _names_in(folder: Path) -> set[str]:
    try:
        return {path.name.casefold() for path in folder.iterdir()} if folder.is_dir() else set()
    except OSError as error:
        raise KnownError(f"Mappen {folder} går inte att läsa. Välj en annan mapp.", details=str(error)) from error
