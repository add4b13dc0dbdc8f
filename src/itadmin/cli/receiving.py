"""`receive`: files that neighbours share, as a preview or for good."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from itadmin.cli.context import Context
from itadmin.cli.output import Output
from itadmin.cli.sharing import password_in
from itadmin.domain.problems import KnownError
from itadmin.services.reading import Reading
from itadmin.services.receiving.parcels import Parcel, read_parcel
from itadmin.services.receiving.preview import CHANGED, GONE, NEW, Preview
from itadmin.services.receiving.standing import Standing, Trust, refuse_changed_key
from itadmin.services.receiving.taking import take_in
from itadmin.services.time_machine import reading_of
from itadmin.services.workspace import open_workspace

_TRUST = {
    Trust.NEW: "unconfirmed",
    Trust.UNCONFIRMED: "unconfirmed",
    Trust.CONFIRMED: "confirmed",
    Trust.CHANGED: "changed",
}
_SAID = {
    Standing.SAME: "Samma fil är redan mottagen. Inget att göra.",
    Standing.OLDER: "En nyare fil från samma avsändare är redan mottagen. Inget att göra.",
    Standing.OWN: "Filen kommer från er egen organisation. Inget tas in; nästa fil ni delar blir nyare än den.",
}
_MOST_TOLD = 20


@dataclass
class _Line:
    """What is told of one file: its sentence when it is refused, else the parcel and what taking it in does."""

    file: Path
    refusal: str = ""
    parcel: Parcel | None = None
    figures: tuple[int, int, int, int] = (0, 0, 0, 0)
    standing: Standing = Standing.NEWER
    trust: Trust = Trust.NEW
    asks: tuple[str, ...] = ()
    applied: bool = False


def receive(arguments: Namespace, context: Context) -> int:
    """Take in share files, or say what that would do; 1 when some of them are refused, 3 when all are."""
    lines = (_applied if arguments.apply else _previewed)(arguments, context)
    if arguments.format == "json":
        context.output.json([_values(line) for line in lines])
    else:
        for line in lines:
            _tell(context.output, line, context.around.now())
    refused = [line for line in lines if line.refusal]
    if arguments.format != "json" and len(refused) < len(lines):
        context.output.line(_outcome(lines, applied=arguments.apply))
    for line in refused:
        context.output.remark(line.refusal)
    return 0 if not refused else 3 if len(refused) == len(lines) else 1


def _previewed(arguments: Namespace, context: Context) -> list[_Line]:
    with reading_of(arguments.file, context.around.today()) as reading:
        return [_line(reading, file, arguments) for file in arguments.files]


def _applied(arguments: Namespace, context: Context) -> list[_Line]:
    with closing(open_workspace(arguments.file, context.around)) as workspace:
        with closing(workspace.snapshot()) as reading:
            lines = [_line(reading, file, arguments) for file in arguments.files]
        parcels = [line.parcel for line in lines if line.parcel is not None]
        taken = take_in(workspace, parcels, trusted=arguments.trust)
        for line in lines:
            line.applied = any(parcel is line.parcel for parcel in taken.parcels)
            if line.parcel is not None and line.standing is Standing.NEWER and not line.applied:
                is_taken = any(parcel.manifest == line.parcel.manifest for parcel in taken.parcels)
                line.standing = Standing.SAME if is_taken else Standing.OLDER
    return lines


def _line(reading: Reading, file: Path, arguments: Namespace) -> _Line:
    """One file held against the register; refused for good where it cannot be taken in."""
    password = password_in(arguments.password_file) if arguments.password_file else ""
    try:
        parcel = read_parcel(file, reading.words, password)
        with closing(Preview(reading.file, parcel)) as preview:
            refuse_changed_key(parcel, preview.position, arguments.trust)
            figures = (preview.count(NEW), preview.count(CHANGED), preview.unchanged, preview.count(GONE))
            return _Line(
                file, "", parcel, figures, preview.position.standing, preview.position.trust, tuple(preview.asks)
            )
    except KnownError as error:
        return _Line(file, error.sentence)


def _values(line: _Line) -> dict[str, Any]:
    parcel, (new, changed, unchanged, removed) = line.parcel, line.figures
    problems = [_problem("", "", "", line.refusal)]
    if parcel:
        problems = [_problem(item.register, item.record, item.field, item.reason) for item in parcel.problems]
    sender = parcel.manifest.sender if parcel else None
    return {
        "file": str(line.file),
        "sender": (sender.code or sender.name) if sender else None,
        "sender_name": sender.name if sender else None,
        "version": parcel.version.clock if parcel else None,
        "number": parcel.manifest.number if parcel else None,
        "profile": parcel.manifest.profile_key if parcel else None,
        "new": new,
        "changed": changed,
        "unchanged": unchanged,
        "removed": removed,
        "problems": problems,
        "trust": _TRUST[line.trust] if parcel else None,
        "fingerprint": parcel.fingerprint if parcel else None,
        "standing": line.standing.value if parcel else None,
        "applied": line.applied,
    }


def _problem(register: str, record: str, field: str, reason: str) -> dict[str, str | None]:
    return {"register": register or None, "record": record or None, "field": field or None, "reason": reason}


def _tell(output: Output, line: _Line, now: datetime) -> None:
    """What a person reads of one file."""
    parcel = line.parcel
    if parcel is None:
        return
    made, manifest = parcel.made_on.strftime("%Y-%m-%d %H.%M"), parcel.manifest
    output.line(f"{line.file.name}: {parcel.sender_name}, nummer {manifest.number}, {made}, {manifest.profile_name}")
    if line.standing in _SAID:
        output.line(f"  {_SAID[line.standing]}")
        return
    new, changed, unchanged, removed = line.figures
    output.line(f"  Nya: {new}   Ändrade: {changed}   Oförändrade: {unchanged}   Borttagna: {removed}")
    if line.trust is not Trust.CONFIRMED:
        output.line(f"  Nyckelns fingeravtryck, att bekräfta per telefon: {parcel.fingerprint}")
    for ask in line.asks:
        output.remark(ask)
    if parcel.is_ahead_of(now):
        output.remark(f"Klockan hos {parcel.sender_name} går mer än ett dygn före. Be dem ställa den.")
    for problem in parcel.problems[:_MOST_TOLD]:
        output.line(f"  {problem.record + ': ' if problem.record else ''}{problem.reason}")
    if parcel.number_of_problems > _MOST_TOLD:
        output.line(f"  … och {parcel.number_of_problems - _MOST_TOLD} anmärkningar till.")


def _outcome(lines: Sequence[_Line], *, applied: bool) -> str:
    if any(line.applied for line in lines):
        return "Mottaget som ett steg. En säkerhetskopia togs före. Ångra med kommandot undo."
    if applied or not any(line.parcel and line.standing is Standing.NEWER for line in lines):
        return "Inget nytt att ta emot."
    return "Inget är skrivet. Lägg till --apply för att ta emot."
