"""Sentences about papers of many records that depend on numbers and names."""

from __future__ import annotations

from itadmin.documents.catalogue import DocumentType
from itadmin.documents.suitable import suitable_words
from itadmin.domain.money import grouped
from itadmin.ui.batch.work import Result
from itadmin.ui.widgets.prose import Prose, Strong

FINAL_TOLD = "De som saknar något görs inte, utan räknas upp efteråt."
DRAFT_TOLD = "Alla görs, och det som saknas är märkt i dem."
FOLDER_TOLD = "Varje handling blir en egen fil. Ingen fil som redan finns skrivs över."
STOPPING = "Avbryter …"
ONE_FILE_TOLD = "Alla efter varandra, med ett bokmärke för varje."


def made_of(kind: DocumentType) -> str:
    """Which of the rows a kind of paper is made of; "" when it is any of them."""
    words = suitable_words(kind)
    return f"Görs av poster där {words}." if words else ""


def working(done: int, total: int) -> str:
    """How far the work has come; the first paper takes longer than the others, as what makes them is started."""
    if not done:
        return f"Förbereder {_handlingar(total)} …" if total else "Förbereder …"
    return f"{grouped(done)} av {_handlingar(total)} …"


def came_of(result: Result, place: str, *, one_file: bool) -> Prose:
    """What was made, and where it lies."""
    outcome = result.outcome
    if outcome.stopped and one_file:
        return (Strong("Avbrutet. "), "Ingen fil skrevs.")
    if not outcome.made:
        return (Strong("Ingen handling gjordes. "), "Avbrutet." if outcome.stopped else _why_none(result))
    lead = "Avbrutet. " if outcome.stopped else "Klart. "
    number = _handlingar(outcome.made)
    return (Strong(lead), f"{number} ligger i {place}.")


def _why_none(result: Result) -> str:
    if result.outcome.left_out:
        return "Se varför nedan."
    return "Inga av posterna är sådana som handlingen görs av."


def left_out(result: Result) -> str:
    """How many were not made and how many were passed over; "" when none were."""
    failed = len(result.outcome.left_out)
    told = [f"{_handlingar(failed)} gick inte att göra:"] if failed else []
    if result.passed_over and result.outcome.made:
        rows = "1 rad" if result.passed_over == 1 else f"{grouped(result.passed_over)} rader"
        told.insert(0, f"{rows} i listan är av annat slag.")
    return " ".join(told)


def _handlingar(number: int) -> str:
    return "1 handling" if number == 1 else f"{grouped(number)} handlingar"
