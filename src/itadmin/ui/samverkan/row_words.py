"""What is told of a row beside the matrix: what it is, its agreements and levels as tables, and what is noted of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from itadmin.domain.calculations.alignment import exits_of
from itadmin.domain.registers.opportunity_notes import OpportunityNote
from itadmin.domain.words import Words
from itadmin.services.samverkan.cells import Matrix, Row
from itadmin.services.samverkan.openings import Opening
from itadmin.services.samverkan.plan_words import told_part
from itadmin.services.samverkan.planner import Plan, Term
from itadmin.services.samverkan.trend import History

AGREEMENTS = ("Kommun och avtal", "Tidigast ut")
STEPS = ("Från", "Kommun", "Nivå")
_WHOLE = "Som helhet"
_ALWAYS = "–"
_NOTES = "kandidatlage"


def row_about(matrix: Matrix, row: Row) -> str:
    """What a row is and how many use it."""
    members = [kommun.key for kommun in matrix.kommuner if not kommun.is_guest]
    inside = sum(key in row.using for key in members)
    guests = len(row.using) - inside
    using = f"{inside} av {len(members)} kommuner"
    if guests:
        using += f" och {guests} {'gäst' if guests == 1 else 'gäster'}"
    return " · ".join((*row.areas, using))


def told_parts(plan: Plan) -> Iterator[tuple[str, str]]:
    """Each kommun with what it does until the common day."""
    lanes = plan.by_kommun
    for part in plan.alignment.parts:
        if part.who in lanes:
            yield lanes[part.who].kommun.name, told_part(plan, part)


def earliest_words(term: Term) -> str:
    """The first day that an agreement can be left."""
    exits = exits_of(term.standing)
    if exits is None:
        return "okänt"
    return exits[0].last_day.isoformat() if exits else "har slutat"


def level_steps(matrix: Matrix, history: History, words: Words) -> Sequence[tuple[str, str, str]]:
    """Each change of a level, the newest first: of the whole and of each kommun."""
    found = [(step.day, _WHOLE, step.level) for step in history.joint]
    for key, steps in history.by_kommun.items():
        found += [(step.day, matrix.by_key[key].name, step.level) for step in steps]
    found.sort(key=lambda each: each[0], reverse=True)
    return [(day or _ALWAYS, who, _level(words, level)) for day, who, level in found]


def note_words(opening: Opening, matrix: Matrix, words: Words, day: date) -> str:
    """What has been noted of a row by the own kommun and by others; "" when nothing has."""
    own = opening.note
    told = []
    if own is not None:
        until = f" till och med {own.until}" if own.until and opening.is_aside(day) else ""
        told.append(
            f"Vår bedömning: {words.label_of(_NOTES, own.status).lower()}{until}.{f' {own.note}' if own.note else ''}"
        )
    for other in opening.others:
        known = matrix.by_key.get(other.owner.bytes)
        name = known.name if known else "En annan organisation"
        told.append(f"{name}: {words.label_of(_NOTES, other.status).lower()}.{f' {other.note}' if other.note else ''}")
    return "\n".join(told)


def aside_words(note: OpportunityNote) -> str:
    """That a row is put aside, and until when."""
    return f"Inte aktuell till {note.until}" if note.until else "Inte aktuell"


def _level(words: Words, level: int | None) -> str:
    return "Ingen" if level is None else words.label_of("samverkansniva", str(level))
