"""The sample region's files shared with each other, so that each shows what its neighbours say of themselves.

Share files are made and taken in as any are; only the keys follow from the kommunkod, so that the same files come out
each time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from itadmin.domain.sharing import NEIGHBOURS
from itadmin.services.clock import Surroundings
from itadmin.services.reading import Reading
from itadmin.services.receiving.parcels import read_parcel
from itadmin.services.receiving.taking import put_in
from itadmin.services.sample import sample_surroundings
from itadmin.services.sample_values import SAMPLE_DAY
from itadmin.services.sharing.outgoing import outgoing
from itadmin.services.sharing.sending import ENDING, Sending
from itadmin.storage.engine import RegisterFile, open_register


def exchange(files: Sequence[Path], folder: Path) -> tuple[Path, ...]:
    """Let each register share with its neighbours and take in what they share; returns the share files.

    Raises KnownError.
    """
    folder.mkdir(exist_ok=True)
    shared = tuple(_share(file, folder / f"{file.stem}{ENDING}") for file in files)
    parcels = [read_parcel(path) for path in shared]
    for file in files:
        around = sample_surroundings(f"{file.stem} mottaget")
        with closing(_opened(file, around)) as register:
            own = register.info.organisation
            theirs = [parcel for parcel in parcels if parcel.manifest.sender.id != own]
            put_in(register, around, theirs, confirmed=[parcel.manifest.sender.id for parcel in theirs])
    return shared


def _share(file: Path, target: Path) -> Path:
    around = sample_surroundings(f"{file.stem} delat")
    with closing(_opened(file, around)) as register:
        out = outgoing(Reading(register, SAMPLE_DAY), NEIGHBOURS)
        Sending(register, around, lambda: _key(file)).make(target, out)
    return target


def _key(file: Path) -> bytes:
    return hashlib.sha256(f"itadmin övning {file.stem}".encode()).digest()


def _opened(file: Path, around: Surroundings) -> RegisterFile:
    return open_register(file, f"{around.who} på {around.machine}")
