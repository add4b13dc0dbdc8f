"""What is told of a signature in a PDF, and how it is put in Swedish. Knows nothing of how it was found out.

A certificate's serial number may be a person's identity number, so nothing but names is taken from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Kind = Literal["underskrift", "tidsstampel"]
State = Literal["hel", "andrad", "skadad", "okand"]
Later = Literal["inget", "underskrifter", "andringar"]

STATES: dict[State, str] = {
    "hel": "Hel",
    "andrad": "Ändrad efteråt",
    "skadad": "Gäller inte",
    "okand": "Kan inte kontrolleras",
}
_WHAT_STATES_MEAN: dict[State, str] = {
    "hel": "Det som skrevs under är oförändrat.",
    "andrad": "Filen har ändrats efter underskriften. Jämför med det som skickades innan du tar emot den.",
    "skadad": "Innehållet stämmer inte med underskriften: filen är ändrad eller skadad. Begär en ny underskrift.",
    "okand": "Underskriften är av ett slag som inte kan kontrolleras här. Öppna filen i ett program för PDF.",
}
_WHAT_CAME_LATER: dict[Later, str] = {
    "inget": "Den omfattar hela filen.",
    "underskrifter": "Efter den finns bara fler underskrifter eller uppgifter om dem.",
    "andringar": "",
}
_OWN_WORD = "Certifikatet har undertecknaren utfärdat själv, så ingen annan intygar vem det är."
NOT_CHECKED = "Om certifikatets utfärdare är betrodd, eller om det har spärrats, kan inte kontrolleras utan nät."


@dataclass(frozen=True, slots=True)
class SignatureSeen:
    """One signature, or one timestamp of a timestamping service.

    `name`, `organisation` and `issuer` are what the certificate says, "" when it says nothing; `claimed_at` is what
    the signer's own clock said, `stamped_at` what a timestamping service attests. All times carry a zone.
    """

    kind: Kind
    state: State
    later: Later = "inget"
    name: str = ""
    organisation: str = ""
    issuer: str = ""
    claimed_at: datetime | None = None
    stamped_at: datetime | None = None
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    reason: str = ""
    place: str = ""

    @property
    def at(self) -> datetime | None:
        """When it was made, as well as it is known."""
        return self.stamped_at or self.claimed_at

    @property
    def is_whole(self) -> bool:
        """Whether what was signed is there unchanged, and nothing has come to it that the signer did not see."""
        return self.state == "hel"

    @property
    def is_own_word(self) -> bool:
        """Whether nobody but the signer says who that is, as the certificate names the same as issuer."""
        return bool(self.issuer) and self.issuer == (self.name or self.organisation)

    @property
    def in_time(self) -> bool | None:
        """Whether the certificate was valid when it was used; None when that is not known."""
        if self.at is None or self.valid_from is None or self.valid_to is None:
            return None
        return self.valid_from <= self.at <= self.valid_to


def signer(seen: SignatureSeen) -> str:
    """Who signed: "Åsa Öberg, Melleruds kommun"."""
    told = seen.name or seen.organisation or "Okänd undertecknare"
    return f"{told}, {seen.organisation}" if seen.name and seen.organisation not in {"", seen.name} else told


def moment(seen: SignatureSeen) -> str:
    """When it was made, by whose word: "2026-11-22 14:05 enligt undertecknarens dator"."""
    if seen.at is None:
        return "tidpunkt saknas"
    word = "enligt en tidsstämplingstjänst" if seen.stamped_at else "enligt undertecknarens dator"
    return f"{seen.at.astimezone():%Y-%m-%d %H:%M} {word}"


def sentences(seen: SignatureSeen) -> tuple[str, ...]:
    """What there is to say of it, most important first; `NOT_CHECKED` is true of all and is not among them."""
    told = [_WHAT_STATES_MEAN[seen.state], _WHAT_CAME_LATER[seen.later] if seen.state == "hel" else "", _time(seen)]
    if seen.is_own_word:
        told.append(_OWN_WORD)
    elif seen.issuer:
        told.append(f"Certifikatet är utfärdat av {seen.issuer}.")
    return tuple(sentence for sentence in told if sentence)


def _time(seen: SignatureSeen) -> str:
    """A word when the certificate was not valid; nothing when it was."""
    if seen.valid_from is None or seen.valid_to is None or seen.in_time is not False:
        return ""
    first, last = (end.astimezone().date() for end in (seen.valid_from, seen.valid_to))
    return f"Certifikatet gällde {first} – {last} och alltså inte när filen skrevs under."
