"""What papers of a course are printed of: the session, what is learnt, who teaches, and who takes part.

Builds no blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from itadmin.domain.calendar import months_from
from itadmin.domain.clock_times import minutes_of, written
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.people import Person
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.domain.registers.training_participations import TrainingParticipation
from itadmin.domain.registers.training_sessions import TrainingSession
from itadmin.domain.text import swedish_key
from itadmin.domain.words import Words
from itadmin.services.organisations import belonging
from itadmin.services.reading import Reading
from itadmin.services.sessions.parts import parts_of

SESSIONS, PARTICIPATIONS = "training_sessions", "training_participations"
_HOUR = 60


@dataclass(frozen=True)
class Course:
    """A session, or what is learnt without one: `modules` in order, the names of teacher and host, "" for none."""

    session: TrainingSession | None
    modules: tuple[TrainingModule, ...]
    about: tuple[str, ...]
    teacher: str
    host: str

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the session; none when it has no day."""
        if self.session is None or self.session.starts_on is None:
            return ()
        first = self.session.starts_on
        last = max(self.session.ends_on or first, first)
        return tuple(first + timedelta(days=number) for number in range((last - first).days + 1))

    @property
    def title(self) -> str:
        """What the course is called."""
        return self.session.title if self.session else " och ".join(module.title for module in self.modules)

    @property
    def time(self) -> str:
        """The hours of each day, "09:00–12:00"; "" when they are not known."""
        if self.session is None:
            return ""
        times = (minutes_of(self.session.starts_at), minutes_of(self.session.ends_at))
        return "–".join(written(time) for time in times if time is not None)

    @property
    def minutes(self) -> int:
        """How long all the modules are together; 0 when that is not known of each."""
        lengths = [module.minutes for module in self.modules]
        return sum(length or 0 for length in lengths) if all(lengths) else 0

    def valid_until(self, done: date | None) -> tuple[tuple[str, date], ...]:
        """Until when what was done on a day holds, by module, of those that are to be repeated."""
        if done is None:
            return ()
        return tuple(
            (module.title, months_from(done, module.valid_months)) for module in self.modules if module.valid_months
        )


@dataclass(frozen=True)
class Attendant:
    """Somebody who takes part, by name and the unit they take part for; `status` is a code of `deltagarlage`."""

    name: str
    unit: str
    status: str


def course_of_session(reading: Reading, record_id: UUID | None) -> Course:
    """The course that a session gives. Raises KnownError when there is no such session."""
    if record_id is None:
        raise KnownError("Välj vilket utbildningstillfälle handlingen ska göras av.")
    session = reading.one(SESSIONS, record_id).record
    if not isinstance(session, TrainingSession):
        raise KnownError("Handlingen kan bara göras av ett utbildningstillfälle.")
    return _course(reading, session, session.modules)


def course_of(reading: Reading, part: TrainingParticipation) -> Course:
    """The course that somebody took part in; an empty one when nobody has said which."""
    if part.session is not None and reading.many(SESSIONS, [part.session]):
        return course_of_session(reading, part.session)
    return _course(reading, None, (part.module,) if part.module else ())


def attendants(reading: Reading, session: UUID) -> list[Attendant]:
    """Who takes part in a session, by name."""
    parts = parts_of(reading, session)
    people = reading.many("people", [part.person for part in parts if part.person])
    found = []
    for part in parts:
        person = people[part.person].record if part.person in people else None
        unit = part.organisation or (person.organisation if isinstance(person, Person) else None)
        name = person.name if isinstance(person, Person) else ""
        found.append(Attendant(name, _short_unit(reading, unit), part.status))
    return sorted(found, key=lambda each: swedish_key(each.name))


def unit_name(reading: Reading, unit: UUID | None) -> str:
    """What a unit is called on paper: the kommun and the units below it; "" for none."""
    found = belonging(reading, unit)
    return found.full_name if found else ""


def _short_unit(reading: Reading, unit: UUID | None) -> str:
    """The unit alone, with its kommun where that is not the one whose file it is."""
    found = belonging(reading, unit)
    if found is None:
        return ""
    name = found.chain[0].name
    is_own = found.legal.id in (reading.organisation_id, found.chain[0].id)
    return name if is_own else f"{name}, {found.legal.name}"


def length_in_words(minutes: int) -> str:
    """A length as one says it: "45 minuter", "3 timmar", "2,5 timmar"; "" when it is not known."""
    if not minutes:
        return ""
    whole, rest = divmod(minutes, _HOUR)
    if not rest:
        return "1 timme" if whole == 1 else f"{whole} timmar"
    return f"{whole},5 timmar" if whole and rest * 2 == _HOUR else _with_minutes(whole, rest)


def _with_minutes(hours: int, minutes: int) -> str:
    told = f"{minutes} {'minut' if minutes == 1 else 'minuter'}"
    return f"{hours} {'timme' if hours == 1 else 'timmar'} {told}" if hours else told


def _course(reading: Reading, session: TrainingSession | None, modules: tuple[UUID, ...]) -> Course:
    teacher = reading.label("people", session.teacher) if session and session.teacher else ""
    return Course(
        session=session,
        modules=tuple(_modules(reading, modules)),
        about=tuple(_about(reading, modules)),
        teacher=teacher or (session.teacher_name if session else ""),
        host=reading.label("organisations", session.host) if session and session.host else "",
    )


def _modules(reading: Reading, ids: tuple[UUID, ...]) -> Iterator[TrainingModule]:
    for read in reading.many("training_modules", ids).values():
        if isinstance(read.record, TrainingModule):
            yield read.record


def _about(reading: Reading, modules: tuple[UUID, ...]) -> Iterator[str]:
    """The systems that the modules' plans are about, each once."""
    plans = dict.fromkeys(module.plan for module in _modules(reading, modules) if module.plan)
    found = reading.many("training_plans", plans).values()
    systems = dict.fromkeys(system for read in found if (system := getattr(read.record, "system", None)))
    yield from reading.labels("systems", systems).values()


def form_words(course: Course, words: Words) -> str:
    """In which forms the modules are learnt, each once."""
    forms = dict.fromkeys(module.form for module in course.modules if module.form)
    return ", ".join(words.label_of("utbildningsform", form) for form in forms)
