"""The sample region's files shared with each other, so that each shows what its neighbours say of themselves.

Share files are made and taken in as any are; only the keys follow from the kommunkod, so that the same files come out
each time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from itadmin.domain.sharing import ENDING, NEIGHBOURS
from itadmin.services.clock import Surroundings
from itadmin.services.reading import Reading
from itadmin.services.receiving.parcels import Parcel, read_parcel
from itadmin.services.receiving.taking import put_in
from itadmin.services.records import Records
from itadmin.services.sample import sample_surroundings
from itadmin.services.sample_matches import answers
from itadmin.services.sample_values import SAMPLE_DAY
from itadmin.services.sharing.outgoing import outgoing
from itadmin.services.sharing.sending import Sending
from itadmin.storage.engine import RegisterFile, open_register

_MATCHES = "1460"
"""The kommun that has gone through its neighbours' systems."""


def exchange(files: Sequence[Path], folder: Path) -> tuple[Path, ...]:
    """Let each register share with its neighbours and take in what they share; returns the share files.

    One of them shares last, when it has said which systems are the same. Raises KnownError.
    """
    folder.mkdir(exist_ok=True)
    last = [file for file in files if file.stem == _MATCHES]
    parcels = [_share(file, folder) for file in files if file not in last]
    for file in last:
        _take_in(file, parcels)
        parcels.append(_share(file, folder))
    for file in files:
        if file not in last:
            _take_in(file, parcels)
    return tuple(folder / f"{file.stem}{ENDING}" for file in files)


def _take_in(file: Path, parcels: Sequence[Parcel]) -> None:
    around = sample_surroundings(f"{file.stem} mottaget")
    with closing(_opened(file, around)) as register:
        theirs = [parcel for parcel in parcels if parcel.manifest.sender.id != register.info.organisation]
        put_in(register, around, theirs, confirmed=[parcel.manifest.sender.id for parcel in theirs])
        if file.stem == _MATCHES:
            step = answers(Reading(register, SAMPLE_DAY), around)
            if step.changes:
                Records(register, around, lambda _changes, _initiator: None).apply(step)


def _share(file: Path, folder: Path) -> Parcel:
    target = folder / f"{file.stem}{ENDING}"
    around = sample_surroundings(f"{file.stem} delat")
    with closing(_opened(file, around)) as register:
        out = outgoing(Reading(register, SAMPLE_DAY), NEIGHBOURS)
        Sending(register, around, lambda: _key(file)).make(target, out)
    return read_parcel(target)


def _key(file: Path) -> bytes:
    return hashlib.sha256(f"itadmin övning {file.stem}".encode()).digest()


def _opened(file: Path, around: Surroundings) -> RegisterFile:
    return open_register(file, f"{around.who} på {around.machine}")
