"""Who a cell means: a person, with e-mail or title if they stand there, or a function that somebody has. Pure.

Tells a name from a title by how they are written; knows nobody. Raises ValueError with a Swedish sentence where the
evidence does not suffice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_EMAIL = re.compile(r"[^\s@<>(),;]+@[^\s@<>(),;]+\.[^\s@<>(),;]+")
_BREAKS = re.compile(r"\s*[,;/()<>\[\]\n]\s*|\s+[-–—]\s+|\s*&\s*|\s+och\s+|\s*:\s+")
_TITLE = re.compile(
    r".*(?:chef|ansvarig|samordnare|strateg|handläggare|direktör|rektor|sekreterare|tekniker|controller|administratör|"
    r"ledare|utvecklare|förvaltare|ägare|konsult|specialist|arkitekt|ingenjör|kanslist|registrator|assistent|ekonom|"
    r"jurist|ombud|ordförande|nämnd|styrelse|förvaltning|kontor|enhet|avdelning|grupp|support|desk|funktion|"
    r"verksamhet|arkivarie|kamrer|intendent|kurator|sköterska|lärare|skola|biträde|vaktmästare|planerare|inspektör|"
    r"bibliotekarie|bibliotek|redaktör|kommunikatör|projektör|utredare|chaufför|driftstöd|kommun)(?:en|n|et|s)?\.?",
    re.IGNORECASE,
)
_UNITS = re.compile(
    r"(?:it|hr|gis|va|iksu|kansli|ekonomi|lön|drift|vård|omsorg|skola|teknik)(?:[-–].*)?", re.IGNORECASE
)
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_.]*(?:['’\-–][^\W\d_]+)*\.?")
_PARTICLES = frozenset({"af", "av", "von", "van", "de", "der", "den", "la", "el", "al", "bin", "dos", "di"})
_PHONE = re.compile(r"\+?[0-9][0-9 ()/–-]{5,}[0-9]")
_NOBODY = frozenset({"vakant", "vakans", "ej utsedd", "inte utsedd", "saknas", "ingen", "tbd", "?"})
_TURNED = re.compile(r"(?P<last>[^\s,;/<>()]+), ?(?P<first>[^\s,;/<>()]+(?: [^\s,;/<>()]+)?)")
"""A surname of one word, a comma and a first name of one or two."""
_FEWEST, _MOST = 2, 4
_LONGEST = 400
"""Signs; who writes more than that has not named a person."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as named in a cell; "" for what does not stand there."""

    name: str
    email: str = ""
    phone: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Function:
    """A function as named in a cell, with its e-mail and telephone if they stand there."""

    title: str
    email: str = ""
    phone: str = ""


def is_nobody(text: str) -> bool:
    """Whether a text says that there is nobody: "vakant"."""
    return text.strip().casefold() in _NOBODY


def read_person(text: str) -> Person | Function:
    """Who a text means.

    Takes "Anna Ek", "Ek, Anna", "Anna Ek <anna.ek@x.se>", "Anna Ek, 0531-52 60 00", "Socialchef Anna Ek",
    "Anna Ek (IT-chef)", "anna.ek@x.se" and "Socialchef".
    """
    if len(text) > _LONGEST:
        raise ValueError("Texten är för lång för ett namn. Ange en person.")
    emails = _EMAIL.findall(text)
    if len(emails) > 1:
        raise ValueError("Här står flera adresser. Ange en person.")
    email = emails[0] if emails else ""
    rest = _EMAIL.sub(" ", text)
    phones = _PHONE.findall(rest)
    phone = phones[0] if len(phones) == 1 else ""
    rest = _PHONE.sub(" ", rest)
    turned = _TURNED.fullmatch(rest.strip(" <>()"))
    if turned and _is_name([*turned["first"].split(), turned["last"]]):
        return Person(f"{turned['first']} {turned['last']}", email, phone)
    parts = [" ".join(part.split()) for part in _BREAKS.split(rest) if part and part.strip()]
    names, titles = _sorted([part for part in parts if not is_nobody(part)])
    if len(names) > 1:
        raise ValueError("Här står flera namn. Ange en person.")
    if names:
        return Person(names[0], email, phone, titles[0] if titles else "")
    if titles:
        whole = " ".join(rest.split()).strip(" ,;:<>()[]–-")
        return Function(whole if len(titles) == len(parts) else titles[0], email, phone)
    if email and (name := _name_in(email)):
        return Person(name, email, phone)
    raise ValueError("Det går inte att se om det är en person eller en funktion. Skriv för- och efternamn.")


def _sorted(parts: list[str]) -> tuple[list[str], list[str]]:
    """The parts that are names and those that are titles; a title straight before or after a name is parted from it."""
    names: list[str] = []
    titles: list[str] = []
    for part in parts:
        words = part.split()
        first = len(_leading_titles(words))
        if first and _is_name(words[first:]):
            titles.append(" ".join(words[:first]))
            names.append(" ".join(words[first:]))
        elif _is_title(words):
            titles.append(part)
        elif _is_name(words):
            names.append(part)
        else:
            raise ValueError(
                f"Det går inte att se om ”{part[:60]}” är en person eller en funktion. Skriv för- och efternamn."
            )
    return names, titles


def _leading_titles(words: list[str]) -> list[str]:
    leading: list[str] = []
    for word in words:
        if not _is_title([word]):
            break
        leading.append(word)
    return leading


def _is_title(words: list[str]) -> bool:
    return any(_TITLE.fullmatch(word) for word in words) or bool(words and _UNITS.fullmatch(words[0]))


def _is_name(words: list[str]) -> bool:
    if not _FEWEST <= len(words) <= _MOST or _is_title(words):
        return False
    return all(word in _PARTICLES or (_NAME_WORD.fullmatch(word) is not None and word[0].isupper()) for word in words)


def _name_in(email: str) -> str:
    """The name that an address spells out, "anna.ek@x.se"; "" when it spells none."""
    words = email.partition("@")[0].split(".")
    if not _FEWEST <= len(words) <= _MOST or not all(
        word.replace("-", "").isalpha() and len(word) > 1 for word in words
    ):
        return ""
    return "" if _is_title(words) else " ".join(word.title() for word in words)
