"""What is shown at a meeting, page by page: the agenda, each point, and last what has been decided. Plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.money import NBSP
from itadmin.domain.registers.decisions import Decision
from itadmin.services.meetings.decided import responsible_of
from itadmin.services.meetings.points import KINDS, Agenda, Kind, Point

FIRST, LAST = "Dagordning", "Beslut i dag"
_NOTHING = "Registret har ingenting att ta upp i dag."
_NONE_TAKEN = "Inget beslut har antecknats ännu."
_MINUTES = "Protokollet görs av besluten. De följs upp i Kräver åtgärd."


@dataclass(frozen=True, slots=True)
class Slide:
    """A page: `kicker` says where one is, `lead` comes before the lines. `point` is what a decision is about.

    `mark` stands before each line.
    """

    kicker: str
    title: str
    lead: str
    lines: tuple[str, ...] = ()
    point: Point | None = None
    mark: str = "–\N{EN SPACE}"

    @property
    def key(self) -> tuple[str, str]:
        """What it is known again by when the register has changed."""
        return (self.point.kind if self.point else "", self.title)


def slides_of(agenda: Agenda) -> tuple[Slide, ...]:
    """The pages of a meeting, with what has been decided at it so far."""
    return (_first(agenda), *_points(agenda), _last(agenda))


def first_of(slides: Sequence[Slide], kind: Kind) -> int | None:
    """The page of the first point of a kind; None without any."""
    return next((place for place, slide in enumerate(slides) if slide.point and slide.point.kind is kind), None)


def _first(agenda: Agenda) -> Slide:
    lines = [
        f"{number}.{NBSP}{KINDS[kind]}: {len(agenda.of(kind))}"
        for number, kind in enumerate(Kind, start=1)
        if agenda.of(kind)
    ]
    since = f"Förra mötet var {agenda.last}." if agenda.last else "Inget tidigare möte är känt."
    return Slide(_where(agenda), FIRST, since if lines else f"{since} {_NOTHING}", tuple(lines), mark="")


def _points(agenda: Agenda) -> Iterator[Slide]:
    for kind in Kind:
        points = agenda.of(kind)
        for number, point in enumerate(points, start=1):
            told = tuple(f"Beslutat i dag: {_named(each)}" for each in agenda.taken if _is_about(each, point))
            count = f"{KINDS[kind]} {number} av {len(points)}" if len(points) > 1 else KINDS[kind]
            yield Slide(count, point.title, point.lead, (*point.lines, *told), point)


def _last(agenda: Agenda) -> Slide:
    lines = tuple(f"{_named(each)}{_until(each, agenda.people)}" for each in agenda.taken)
    return Slide(_where(agenda), LAST, _MINUTES if lines else _NONE_TAKEN, lines)


def _where(agenda: Agenda) -> str:
    return f"{agenda.forum} {agenda.day}"


def _named(decision: Decision) -> str:
    number = decision.paragraph.removeprefix("§").strip()
    return f"§{NBSP}{number} {decision.title}" if number else decision.title


def _until(decision: Decision, people: Mapping[UUID, str]) -> str:
    told = [responsible_of(decision, people), f"senast {decision.due}" if decision.due else ""]
    said = ", ".join(filter(None, told))
    return f" ({said})" if said else ""


def _is_about(decision: Decision, point: Point) -> bool:
    """Whether a decision is about what a point is about: the most particular of it."""
    about = point.concerns
    for mine, theirs in (
        (about.agreements, decision.agreements),
        (about.cases, decision.cases),
        (about.systems, decision.systems),
    ):
        if mine:
            return not set(mine).isdisjoint(theirs)
    return bool(point.proposal) and decision.title == point.proposal
