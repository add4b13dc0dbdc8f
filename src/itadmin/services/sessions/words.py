"""What a calendar says of utbildningstillfällen in words: when they are, how full, and everything in one sentence."""

from __future__ import annotations

from itadmin.domain.calendar import prose
from itadmin.domain.clock_times import written
from itadmin.domain.words import Words
from itadmin.services.sessions.occasions import Occasion
from itadmin.services.sessions.sign_up import SignUp

_DASH = "–"


def time_in_words(occasion: Occasion) -> str:
    """The hours, "09:00–12:00", or only when it begins; "" where that is not said."""
    if occasion.begins is None:
        return ""
    begins = written(occasion.begins)
    return f"{begins}{_DASH}{written(occasion.ends)}" if occasion.ends is not None else begins


def days_in_words(occasion: Occasion) -> str:
    """The day, or the first and the last one, which leaves out the year when it is the same."""
    first, last = occasion.first, occasion.last
    if last == first:
        return first.isoformat()
    return f"{first} {_DASH} {last:%m-%d}" if last.year == first.year else f"{first} {_DASH} {last}"


def seats_in_words(occasion: Occasion) -> str:
    """How full it is: "9 av 12, 3 platser kvar", "12 av 12, fullt, 2 reserver" or "9 anmälda"."""
    waiting = f"{occasion.waiting} {'reserv' if occasion.waiting == 1 else 'reserver'}" if occasion.waiting else ""
    if occasion.left is None:
        return _listed(f"{occasion.taken} {'anmäld' if occasion.taken == 1 else 'anmälda'}", waiting)
    return _listed(f"{occasion.taken} av {occasion.seats}", _left(occasion.left), waiting)


def seats_in_short(occasion: Occasion) -> str:
    """What is left: "3 platser kvar", "fullt"; "" where there is no limit."""
    return "" if occasion.left is None else _left(occasion.left)


def _left(seats: int) -> str:
    if seats == 0:
        return "fullt"
    if seats < 0:
        return f"{-seats} för många"
    return f"{seats} {'plats' if seats == 1 else 'platser'} kvar"


def sentence(occasion: Occasion, words: Words) -> str:
    """All that a calendar tells of it."""
    when = prose(occasion.first).capitalize()
    if occasion.last > occasion.first:
        when = f"{when} till {prose(occasion.last)}"
    time = time_in_words(occasion)
    parts = (
        f"{when}, {time}" if time else when,
        occasion.title,
        words.label_of("tillfalleslage", occasion.status) if occasion.status else "",
        "" if occasion.is_cancelled else seats_in_words(occasion),
        occasion.venue or occasion.link,
        f"Lärare: {occasion.teacher}" if occasion.teacher else "",
    )
    return " ".join((". ".join(part for part in parts if part) + ".", *occasion.collides))


def signed_up_words(made: SignUp) -> str:
    """What signing people up came to, "3 anmälda, 1 reserv."; that nobody was where none has been."""
    seated = f"{made.seated} {'anmäld' if made.seated == 1 else 'anmälda'}" if made.seated else ""
    waiting = f"{made.waiting} {'reserv' if made.waiting == 1 else 'reserver'}" if made.waiting else ""
    return f"{_listed(seated, waiting) or 'Ingen anmäld'}."


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
