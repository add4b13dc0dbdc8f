"""What is told of courses that kommuner give together: the figures and a sentence, for window and paper alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from itadmin.domain.calculations.competence import Sums
from itadmin.domain.money import format_kronor, format_whole_kronor
from itadmin.domain.text import listed, swedish_key
from itadmin.services.reading import Reading
from itadmin.services.training.joining import Joined
from itadmin.services.training.joint_sessions import month_words

ANY_MONTH = "Valfri"
PARTS = ("Kommun", "Deltagare", "Tillfällen enskilt", "Enskilt", "Samordnat", "Besparing", "Månaden")


def standing(joined: Joined) -> str:
    """How far a course has come, in words."""
    if joined.is_begun:
        return "Tillfällen skapade"
    return "Förslag" if joined.is_joint else "Bara en kommun"


def told(reading: Reading, joined: Joined) -> str:
    """A course in sentences: sessions, costs, the month and whom it does not suit, and who could be host."""
    course = joined.course
    sessions = "1 tillfälle" if course.sessions == 1 else f"{course.sessions} tillfällen"
    found = [f"{course.people} deltagare ryms i {sessions} med {course.seats} platser."]
    if course.sessions_alone > course.sessions:
        found.append(f"Var för sig behövs {course.sessions_alone}.")
    if course.together is not None and course.per_seat is not None:
        guessed = " enligt vad kommunerna betalar var för sig" if course.estimated else ""
        cost, seat = format_whole_kronor(course.together), format_whole_kronor(course.per_seat)
        found.append(f"Samordnat kostar det {cost}{guessed}, {seat} per plats.")
    if course.saving is not None and joined.is_joint:
        word = "Besparingen är" if course.saving >= 0 else "Det blir dyrare med"
        found.append(f"{word} {format_whole_kronor(abs(course.saving))}.")
    elif course.together is None:
        found.append("Kostnaden är okänd: ange den på behovet eller på momentet.")
    return " ".join((*found, *_when_and_where(reading, joined)))


def _when_and_where(reading: Reading, joined: Joined) -> Iterable[str]:
    month = month_words(reading, joined)
    if month:
        unsuited = [joined.names[key] for key in joined.course.unsuited]
        yield f"{month[:1].upper()}{month[1:]} passar flest{f', men inte {listed(unsuited)}' if unsuited else ''}."
    if joined.is_joint:
        yield f"Förslag till värd: {joined.names[joined.course.host]}."


def part_rows(joined: Joined) -> list[tuple[str, ...]]:
    """What each kommun needs, pays and saves, in the order of their names."""
    return [
        (
            joined.names[part.kommun],
            str(part.people),
            str(part.sessions_alone),
            amount(part.alone),
            amount(part.together),
            amount(part.saving),
            "Passar" if part.suits else "Passar inte",
        )
        for part in sorted(joined.course.parts, key=lambda part: swedish_key(joined.names[part.kommun]))
    ]


def amount(ore: int | None) -> str:
    """An amount in whole kronor; "" where it is not known."""
    return "" if ore is None else format_whole_kronor(ore)


def whole(found: Sequence[Joined]) -> Sums:
    """What all joint courses cost of which both costs are known; the others are counted as unknown."""
    joint = [joined.course for joined in found if joined.is_joint]
    known = [course for course in joint if course.saving is not None]
    alone, together = (sum(getattr(course, name) for course in known) for name in ("alone", "together"))
    return Sums(alone, together, alone - together, len(joint) - len(known))


def whole_words(found: Sequence[Joined]) -> str:
    """All courses in a sentence."""
    joint = [joined for joined in found if joined.is_joint]
    if not joint:
        return "Inget behov delas av flera kommuner."
    sums = whole(found)
    number = "1 kurs" if len(joint) == 1 else f"{len(joint)} kurser"
    alone, together, saved = (format_kronor(each, whole=True) for each in (sums.alone, sums.together, sums.saving))
    unknown = f" För {sums.unknown} är kostnaden okänd." if sums.unknown else ""
    return f"{number} kan ges gemensamt: {alone} enskilt, {together} samordnat, besparing {saved}.{unknown}"
