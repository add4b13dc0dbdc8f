"""Questions about two systems in words: what speaks for them being the same, how far one has come. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from itadmin.domain.calculations.likeness import AGAINST, Sign
from itadmin.domain.money import NBSP, grouped
from itadmin.services.matching import Question
from itadmin.services.matching.cards import Card

TITLE = "Matcha system"
ASKED = "Är det samma system?"
CONTRADICTED = "Svaren går inte ihop"
HOW_TO_MEND = "Ett av svaren som hänger ihop här är fel. Svara igen på de par som visas, så försvinner motsägelsen."
SAME, NOT_THE_SAME, DO_NOT_KNOW = "Samma (J)", "Inte samma (N)", "Vet inte (V)"
TAKE_BACK = "Ångra svaret (Backsteg)"
NO_NEIGHBOURS = (
    "Ingen granne att jämföra med",
    "När en grannkommun har delat sitt register och du har tagit emot det visas här de system som kan vara samma.",
)
ALL_ANSWERED = (
    "Inga frågor kvar",
    "Alla system som liknar varandra är besvarade. Nya frågor kommer när en granne delar något nytt.",
)
STOPPED = ("Sökningen är avbruten", "Det som har besvarats är kvar. Leta igen när du vill fortsätta.")
NOT_POSSIBLE = "Något annat har ändrats sedan svaret gavs. Ångra det i huvudfönstret i stället."
TAKEN_BACK = "Svaret är ångrat. Frågan ställs igen."
PUT_OFF = "Frågan kommer igen sist."

ROWS: Mapping[str, str] = {
    "other_names": "Andra namn",
    "product": "Produkt",
    "supplier": "Leverantör",
    "agreed_with": "Avtal med",
    "area": "Område",
    "users": "Användare",
    "same_as": "Redan samma som",
}
"""What stands on a card under name and kommun: the field of the card and its word."""

_SIGNS: Mapping[Sign, str] = {
    "namn": "Samma namn",
    "andra_namn": "Ett annat namn är detsamma",
    "stavning": "Namnen är snarlika",
    "del_av_namn": "Det ena namnet är en del av det andra",
    "samma_slag_och_leverantor": "Samma slag av system från samma leverantör",
    "leverantor": "Samma leverantör",
    "slag": "Samma slag av system",
    "omrade": "Samma område",
    "annan_produkt": "Olika produkter",
    "annan_leverantor": "Olika leverantörer",
    "annat_slag": "Olika slag av system",
    "flera_har": "En kommun skulle ha två av det",
}
_SAID_TOGETHER = {"samma_slag_och_leverantor": ("leverantor", "slag")}


def spoken(question: Question, one: Card, other: Card) -> Iterator[tuple[str, bool]]:
    """What speaks for two being the same and then what speaks against it, each with whether it does the latter."""
    silent = {sign for first in question.signs for sign in _SAID_TOGETHER.get(first, ())}
    for sign in sorted(question.signs, key=lambda sign: sign in AGAINST):
        if sign == "produkt":
            yield f"Samma produkt: {one.product or other.product}", False
        elif sign not in silent:
            yield _SIGNS[sign], sign in AGAINST
    if question.why == "oklar":
        yield "Annat system med samma produkt är sagt att inte vara samma", True
    if question.was is not None:
        whose = "Ni har svarat" if question.by_us else "En granne har svarat"
        yield f"{whose}: {'samma' if question.was else 'inte samma'}", not question.was


def sentence(question: Question, one: Card, other: Card) -> str:
    """The whole question for who cannot see it."""
    signs = "; ".join(words for words, _against in spoken(question, one, other))
    return f"Är {one.name} i {one.whose} och {other.name} i {other.whose} samma system? {signs}."


def progress(answered: int, least: int, most: int, unknown: int = 0) -> str:
    """How many are answered, and how many are left at least and at most: what answers settle besides is not asked.

    `unknown` of those that are left have been put off.
    """
    left = grouped(most) if least == most else f"{grouped(least)}–{grouped(most)}"
    put_off = f", varav {grouped(unknown)} Vet inte" if unknown else ""
    return f"{grouped(answered)} besvarade · {left} kvar{put_off}"


def whose_turn(question: Question) -> str:
    """Whether the question is about a system of one's own."""
    return "" if question.own else "Mellan två grannar"


def looking(done: int, total: int) -> str:
    """How far the search has come; nothing of how far while that is not known."""
    share = f" {100 * done // total}{NBSP}%" if total else ""
    return f"Letar efter system som kan vara samma{share} …"
