"""The agenda of a meeting, made from the register: what waits, what is new, and what there is to try together.

Of each kind the most pressing come as points of their own; how many more there are is said at the last of them. It is
shown to several kommuner, so what is about a protected system is in none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from itadmin.domain.calculations.decisions import told_due
from itadmin.domain.calculations.opportunities import SEVERAL
from itadmin.domain.calendar import months_from, spoken_day
from itadmin.domain.money import NBSP, format_whole_kronor, grouped
from itadmin.domain.registers.cooperation_cases import CooperationCase
from itadmin.domain.registers.decisions import Decision
from itadmin.domain.states import CASE_OVER, DECISION_OVER, UNDECIDED
from itadmin.domain.text import listed
from itadmin.services.cooperation_cases.standing import CASES, Standing, standings_of
from itadmin.services.meetings.decided import (
    concerns_of,
    decisions_of,
    last_meeting,
    of_forum,
    people_of,
    responsible_of,
    taken_on,
)
from itadmin.services.meetings.discreet import shown
from itadmin.services.meetings.points import Agenda, Concerns, Kind, Point
from itadmin.services.neighbours import neighbours
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.samverkan.cells import Matrix, Row
from itadmin.services.samverkan.ends import AgreementEnd, ends_of
from itadmin.services.samverkan.matrix import matrix_of
from itadmin.services.samverkan.openings import BEGUN, openings
from itadmin.services.samverkan.words import names_in, told_reasons

MOST = 8
"""Points of a kind; there is no time for more."""

ENDING_MONTHS = 12
"""How far ahead agreements are looked at."""

_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class _Ground:
    reading: Reading
    day: date
    matrix: Matrix
    decisions: tuple[Decision, ...]
    last: date | None


def agenda_of(reading: Reading, forum: str) -> Agenda:
    """The agenda of a body on the day of the reading, without what takes long to find."""
    decisions = decisions_of(reading)
    last = last_meeting(decisions, forum, reading.day)
    ground = _Ground(reading, reading.day, matrix_of(reading), of_forum(decisions, forum), last)
    points = [point for make in _MADE for point in _few(_shown(ground, make(ground)))]
    taken = shown(reading, ground.matrix, taken_on(decisions, forum, reading.day), concerns_of)
    people = people_of(reading, taken)
    return Agenda(forum, reading.day, last, tuple(points), tuple(taken), people)


def matches_point(number: int, *, more: bool) -> Point | None:
    """The point about pairs of systems that nobody has answered; None when there are none."""
    if not number:
        return None
    count = f"{'Minst ' if more else ''}{grouped(number)}{NBSP}par"
    lead = f"{count} av system kan vara samma i två kommuner. Ingen har svarat."
    lines = ("Svara i Matcha system: en tangent är ett svar.", "Det som är samma blir en rad i matrisen.")
    return Point(Kind.MATCHES, "System som kan vara samma", lead, lines, "Gå igenom obesvarade matchningar")


def _shown(ground: _Ground, points: Iterable[Point]) -> Sequence[Point]:
    return shown(ground.reading, ground.matrix, points, lambda point: point.concerns)


def _few(points: Sequence[Point]) -> Sequence[Point]:
    """The first of them, the last of which says how many and which more there are."""
    if len(points) <= MOST:
        return points
    left = [point.title for point in points[MOST:]]
    named = listed(left) if len(left) <= _MOST_NAMED else f"{', '.join(left[:_MOST_NAMED])} med flera"
    last = points[MOST - 1]
    return [*points[: MOST - 1], replace(last, lines=(*last.lines, f"{len(left)} till: {named}."))]


def _due(ground: _Ground) -> Iterator[Point]:
    """Decisions that are to be carried out soon, or ought to have been."""
    own = ground.reading.organisation_id
    open_ones = [
        each for each in ground.decisions if each.status not in DECISION_OVER and each.decided_on != ground.day
    ]
    due = [(each.due, each, told) for each in open_ones if each.due and (told := told_due(each.due, ground.day))]
    people = people_of(ground.reading, [each for _due, each, _told in due])
    for _day, each, told in sorted(due, key=lambda found: (found[0], found[1].id)):
        who = responsible_of(each, people)
        said = (
            f"Beslutat {each.decided_on}, §{NBSP}{each.paragraph.removeprefix('§').strip()}" if each.paragraph else ""
        )
        lines = (each.text, f"Ansvarig: {who}" if who else "Ingen ansvarig är angiven", said)
        yield Point(
            Kind.DUE,
            each.title,
            told,
            tuple(line for line in lines if line),
            f"Uppföljning: {each.title}",
            concerns_of(each),
            each.id if each.owner == own else None,
        )


def _files(ground: _Ground) -> Iterator[Point]:
    """The files that have come since the meeting before."""
    new = [each for each in neighbours(ground.reading) if ground.last is None or each.shared_on > ground.last]
    if new:
        since = f"sedan mötet {ground.last}" if ground.last else "i registret"
        count = "1 kommun har" if len(new) == 1 else f"{len(new)} kommuner har"
        lines = tuple(f"{each.name}: {each.shared_on} (fil {each.number})" for each in new)
        yield Point(Kind.FILES, "Vad grannarna har delat", f"{count} nya uppgifter {since}.", lines)


def _cases(ground: _Ground) -> Iterator[Point]:
    """The cases in which a kommun has not said what it thinks."""
    reading = ground.reading
    reads = reading.many(CASES, reading.keys(CASES, ListQuery(all_owners=True))).values()
    found = [read.record for read in reads if isinstance(read.record, CooperationCase)]
    asked = [(case, standings_of(reading, case)) for case in found if case.status not in CASE_OVER]
    waiting = [(case, told) for case, told in asked if any(each.code in UNDECIDED for each in told)]
    for case, told in sorted(waiting, key=lambda each: (_first_day(each[1]), each[0].title, each[0].id)):
        silent = [each.name for each in told if each.code in UNDECIDED]
        day = _first_day(told)
        by = f" Beslut behövs senast {spoken_day(day, ground.day)}." if day != date.max else ""
        lines = tuple(f"{each.name}: {_stance(reading, each)}" for each in told)
        concerns = Concerns(case.systems, (case.id,))
        lead = f"{listed(silent)} har inte tagit ställning.{by}"
        yield Point(Kind.CASES, case.title, lead, lines, f"Ställningstagande i {case.title}", concerns)


def _stance(reading: Reading, standing: Standing) -> str:
    record = standing.record
    label = reading.words.label_of("stallningstagande", standing.code)
    by = record.decide_by if record and standing.code in UNDECIDED else None
    return f"{label}, beslut senast {by}" if by else label


def _first_day(told: Iterable[Standing]) -> date:
    days = (each.record.decide_by for each in told if each.record and each.code in UNDECIDED)
    return min((day for day in days if day), default=date.max)


def _openings(ground: _Ground) -> Iterator[Point]:
    """What something speaks for trying together and nobody has begun to try, the strongest first."""
    matrix = ground.matrix
    for opening in openings(ground.reading, matrix).found:
        if opening.note is not None and opening.note.status == BEGUN:
            continue
        row = opening.row
        goal = f", mål {row.target}" if row.target else ""
        lead = f"Poäng {row.score} av 5. Nivån som helhet är {row.level}{goal}."
        reasons = (told.sentence for told in told_reasons(matrix, row))
        proposal = f"Pröva samverkan om {row.name}"
        concerns = Concerns(systems=(row.id,))
        yield Point(Kind.OPENINGS, row.name, lead, (*reasons, *_size(matrix, row)), proposal, concerns)


def _size(matrix: Matrix, row: Row) -> Iterator[str]:
    facts = [f"{grouped(row.users)} användare"] if row.users else []
    facts += [f"{format_whole_kronor(row.cost)} per år"] if row.cost else []
    if facts:
        yield f"{listed(facts)} tillsammans i {names_in(matrix, row.using)}."


def _agreements(ground: _Ground) -> Iterator[Point]:
    """The agreements about what several have that end, or of which notice must be given, within a year."""
    until = months_from(ground.day, ENDING_MONTHS)
    for end in ends_of(ground.reading, ground.matrix):
        is_common = any(len(row.using) >= SEVERAL for row in end.rows)
        if is_common and end.day is not None and end.day <= until:
            yield _agreement(ground, end)


def _agreement(ground: _Ground, end: AgreementEnd) -> Point:
    matrix = ground.matrix
    names = listed([row.name for row in end.rows])
    say_by = f"Säg upp senast {spoken_day(end.say_by, ground.day)}. " if end.say_by else ""
    lines = [f"System: {names}."]
    lines += [f"Binder: {names_in(matrix, end.kommuner)}."] if len(end.kommuner) > 1 else []
    others = {kommun for row in end.rows for kommun in row.using} - set(end.kommuner)
    lines += [f"Samma system finns också i {names_in(matrix, others)}."] if others else []
    holder = matrix.by_key[end.holder] if end.holder else None
    title = f"{end.title} ({holder.name})" if holder else end.title
    concerns = Concerns(
        tuple(row.id for row in end.rows), agreements=(end.id,), municipality=holder.id if holder else None
    )
    lead = f"{say_by}Slutar {'tidigast ' if end.say_by else ''}{end.ends_on}." if end.ends_on else say_by.strip()
    return Point(Kind.AGREEMENTS, title, lead, tuple(lines), f"Inför avtalsslut: {end.title}", concerns)


_MADE: tuple[Callable[[_Ground], Iterator[Point]], ...] = (_due, _files, _cases, _openings, _agreements)
