"""Förvarning om plattformsändring: what changes, when and why, which systems it touches and what it costs, and a slip.

One for each förvaltning, whose own systems and costs it tells; or one for all together. Both are answered on a slip, of
which the one for all says who fills it in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from itadmin.documents.content import (
    Block,
    Column,
    DataTable,
    Field,
    FieldTable,
    Heading,
    Inline,
    Missing,
    Paper,
    Paragraph,
    Row,
    Signatory,
    SignatureBlock,
    SignatureParty,
    Strong,
)
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.phrases import day_in_words, kronor_figure
from itadmin.documents.platform_notice_facts import ALL, ONE, Told, of_change, of_notice
from itadmin.documents.prepared import MissingValue, Prepared, Target, missing_values
from itadmin.documents.templates import Template, Words, joined, shipped_template
from itadmin.domain.calculations.platform import Step
from itadmin.domain.text import file_name, listed
from itadmin.services.platform import NoticeShown, Unit
from itadmin.services.platform.standing import CHANGES, NOTICES, WAYS
from itadmin.services.reading import Reading

TYPE, NAME = ONE, "Förvarning till förvaltning"
ALL_TYPE, ALL_NAME = ALL, "Förvarning om plattformsändring"

_TEMPLATE = "platform_notice"
_DAY, _ANSWER_BY, _WHAT, _WHO = "dagen för ändringen", "dagen för svar", "vad som ändras", "ansvarig funktion"
_RECIPIENT, _READERS = "mottagarens funktion", "vilka förvaltningar som ska förvarnas"
_LABELS = 34
_ROOM, _HIGH = 9.0, 16.0
_LONGEST_NAME_PART = 60
_SUM = "Summa"
_ASKED = ("Skäl, eller tid som behövs", "Egna kostnader, år och belopp")
_SIGNED = ("Datum och underskrift", "Namnförtydligande och befattning")
"""Asked of those who sign the paper for all: it is one paper with many answers, and so has no signature of its own."""
_SECRECY = "Handlingen nämner system och teknik. Pröva sekretessen innan den lämnas ut."


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper for one förvaltning. Raises KnownError."""
    return _prepared(reading, of_notice(reading, record_id), draft=draft)


def prepare_all(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper of a change for all whom it touches. Raises KnownError."""
    return _prepared(reading, of_change(reading, record_id), draft=draft)


def _prepared(reading: Reading, told: Told, *, draft: bool) -> Prepared:
    change = told.change
    title = ALL_NAME
    number = change.registry_number
    paper = replace(
        dated_paper(reading, title, tuple(_body(told)), internal=False),
        subtitle=change.title,
        subject=f"{title}: {change.title}",
        header_right=f"Dnr {number}" if number else title,
        draft=draft,
    )
    to = f"_{told.notice.name[:_LONGEST_NAME_PART]}" if told.notice else ""
    name = f"Förvarning_{change.title[:_LONGEST_NAME_PART]}{to}_{reading.day.isoformat()}.pdf"
    return Prepared(paper, _lacking(paper, told), file_name(name))


def _lacking(paper: Paper, told: Told) -> tuple[MissingValue, ...]:
    change = told.change.id
    targets = {
        _DAY: Target(CHANGES, change, "changes_on"),
        _ANSWER_BY: Target(CHANGES, change, "answer_by"),
        _WHAT: Target(CHANGES, change, "description"),
        _WHO: Target(CHANGES, change, "responsible_function"),
        _READERS: _place_of_readers(told),
    }
    if told.notice is not None:
        targets[_RECIPIENT] = Target(NOTICES, told.notice.record.id, "recipient_function")
    return missing_values(paper, targets)


def _place_of_readers(told: Told) -> Target:
    """Where it is said whom the change touches: its systems, and then a notice of each förvaltning."""
    change = told.change
    if not change.systems:
        return Target(CHANGES, change.id, "systems")
    return Target(NOTICES, None, "organisation", (("change", str(change.id)),))


def _body(told: Told) -> Iterator[Block]:
    template, words = shipped_template(_TEMPLATE), _words(told)
    yield FieldTable(tuple(_facts(told)), label_width=_LABELS)
    when = "notice.gradually" if told.change.changed_by else "notice.once"
    yield Paragraph(template.text(words, "notice.lead", when), "lead")
    yield from _prose(template.heading("notice"), told.change.description)
    if told.change.reason:
        yield from _prose(template.heading("reason"), told.change.reason)
    yield Heading(template.heading("systems"), numbered=False)
    yield from _systems(told, template)
    yield Heading(template.heading("costs"), numbered=False)
    yield from _costs(told, template)
    yield Heading(template.heading("answer"), numbered=False)
    yield Paragraph(template.text(words, "answer.ask", "answer.silence"))
    yield from _given(told)
    yield from _slip(told)
    yield Paragraph(_SECRECY, "note")


def _words(told: Told) -> Words:
    change = told.change
    return {
        "avsandare": told.sender,
        "dag": _day(change.changes_on, _DAY),
        "klart": day_in_words(change.changed_by) if change.changed_by else "",
        "svarsdag": _day(change.answer_by, _ANSWER_BY),
        "svar_till": told.responsible or (Missing(_WHO),),
    }


def _day(day: date | None, mark: str) -> Inline:
    return (Strong(day_in_words(day)),) if day else (Missing(mark),)


def _prose(title: str, text: str) -> Iterator[Block]:
    """Typed text opened by its title, which takes less room than a heading."""
    first, *others = [part.strip() for part in text.split("\n\n") if part.strip()] or [""]
    yield Paragraph((Strong(f"{title}: "), first or Missing(_WHAT)))
    for part in others:
        yield Paragraph(part)


def _facts(told: Told) -> Iterator[Field]:
    change, notice = told.change, told.notice
    if notice is None:
        names = [each.name for each in told.standing.notices]
        yield Field("Till", listed(names) or (Missing(_READERS),))
    else:
        to = told.recipient.full_name if told.recipient else notice.name
        yield Field("Till", joined(Strong(to), f"\n{notice.recipient}" if notice.recipient else ""))
    yield Field("Från", ", ".join(part for part in (told.sender, told.responsible) if part))
    informed = notice.record.informed_on if notice else change.announced_on
    if informed:
        yield Field("Förvarnat", informed.isoformat())
    if change.registry_number:
        yield Field("Diarienummer", change.registry_number)
    yield Field("Ändras", change.changes_on.isoformat() if change.changes_on else (Missing(_DAY),))
    if change.changed_by:
        yield Field("Klart senast", change.changed_by.isoformat())
    yield Field("Svar senast", change.answer_by.isoformat() if change.answer_by else (Missing(_ANSWER_BY),))


def _systems(told: Told, template: Template) -> Iterator[Block]:
    if not told.systems:
        yield Paragraph(template.text({}, "systems.none"))
        return
    uses = {use.system: use.way for use in told.notice.uses} if told.notice else {}
    yield Paragraph(template.text({}, "systems.yours" if uses else "systems.all"))
    if uses:
        columns = (Column("System", weight=60), Column("Ni", weight=40), Column("Systemansvarig", weight=60))
        rows: list[Row] = [
            (name, WAYS[uses[key]].removesuffix(" för"), told.managers.get(key, ""))
            for key, name in told.systems.items()
        ]
    else:
        columns = (Column("System", weight=50), Column("Berör", weight=70), Column("Systemansvarig", weight=40))
        rows = [(name, _touched(told, key), told.managers.get(key, "")) for key, name in told.systems.items()]
    yield DataTable(columns, tuple(rows))


def _touched(told: Told, system: UUID) -> str:
    units: Sequence[NoticeShown | Unit] = (*told.standing.notices, *told.standing.missing)
    return listed([unit.name for unit in units if any(use.system == system for use in unit.uses)])


def _costs(told: Told, template: Template) -> Iterator[Block]:
    rows = _own_costs(told) if told.notice else _all_costs(told)
    if rows is None:
        yield Paragraph(template.text({}, "costs.none"))
        return
    yield Paragraph(template.text({}, "costs.yours" if told.notice else "costs.all"))
    yield rows


def _own_costs(told: Told) -> DataTable | None:
    """What the change costs one förvaltning, year by year; None when nothing is said."""
    rows = told.notice.record.consequences if told.notice else ()
    if not rows:
        return None
    ordered = sorted(rows, key=lambda row: row.year or 0)
    columns = (Column("År", weight=20), Column("Kronor", "right", 30), Column("Anmärkning", weight=110))
    told_rows: list[Row] = [(str(row.year or ""), _kronor(row.amount), row.note) for row in ordered]
    told_rows.append((_SUM, _kronor(sum(row.amount or 0 for row in rows)), ""))
    return DataTable(columns, tuple(told_rows), sum_row=True)


def _all_costs(told: Told) -> DataTable | None:
    """What the change costs each förvaltning and all together, by year; None when nothing is said."""
    costs = told.standing.costs
    if not costs.rows:
        return None
    names = {notice.record.id: notice.name for notice in told.standing.notices}
    columns = (
        Column("Verksamhet", weight=60),
        *(Column(str(year), "right", 24) for year in costs.years),
        Column(_SUM, "right", 26),
    )
    rows: list[Row] = [
        (names[unit], *(_kronor(amount) for amount in amounts), _kronor(total)) for unit, amounts, total in costs.rows
    ]
    rows.append((_SUM, *map(_kronor, costs.sums), _kronor(costs.total)))
    return DataTable(columns, tuple(rows), sum_row=True)


def _kronor(amount: int | None) -> str:
    return "" if amount is None else kronor_figure(amount, whole=True)


def _given(told: Told) -> Iterator[Block]:
    """What has been answered already, on the paper for all; nothing where nobody has."""
    columns = (Column("Svar som har kommit", weight=52), Column("Mottagare", weight=58), Column("Svar", weight=50))
    rows: list[Row] = [
        (notice.name, notice.recipient, told.answer_words(notice))
        for notice in told.standing.notices
        if told.notice is None and notice.step is Step.ANSWERED
    ]
    if rows:
        yield DataTable(columns, tuple(rows))


def _slip(told: Told) -> Iterator[Block]:
    """The slip that a förvaltning fills in, signs and sends back; who does is known of the paper for a single one."""
    choices = (Column("Vårt svar", weight=110), Column("Kryssa", weight=50, to_write=True))
    yield DataTable(choices, tuple((answer, "") for answer in told.answers.values()), row_height=_ROOM)
    room = (Column("Uppgift", weight=60), Column("Skriv här", weight=100, to_write=True))
    asked = _ASKED if told.notice else ("Verksamhet", *_ASKED, *_SIGNED)
    yield DataTable(room, tuple((label, "") for label in asked), row_height=_HIGH)
    if told.notice is not None:
        yield SignatureBlock((_signs(told, told.notice),))


def _signs(told: Told, notice: NoticeShown) -> SignatureParty:
    function: Inline = notice.record.recipient_function
    return SignatureParty(
        "mottagaren",
        told.recipient.legal.name if told.recipient else notice.name,
        told.recipient.unit_names if told.recipient else "",
        (Signatory(function or (Missing(_RECIPIENT),)),),
    )
