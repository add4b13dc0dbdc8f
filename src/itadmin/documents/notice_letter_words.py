"""The words of a notice that come from the register: values in the places of its texts, and the marks for gaps."""

from __future__ import annotations

from datetime import date

from itadmin.documents.content import Inline, Missing, Strong
from itadmin.documents.notice_letter_facts import NoticeFacts, Side
from itadmin.documents.phrases import counted, day_in_words, in_sentence, listed_names, raised
from itadmin.documents.templates import Words
from itadmin.domain.money import NBSP
from itadmin.domain.registers.agreements import Agreement

NUMBER, PERIOD, END = "diarienummer", "uppsägningstid", "dagen då avtalet upphör"
RECIPIENT, ADDRESS, OWN_ADDRESS = "motpart", "motpartens adress", "avsändarens postadress"
POSITION, AUTHORITY = "befattning för den som undertecknar", "behörighet att underteckna"
COMMON = "driftoverenskommelse"
"""The kind that is called an överenskommelse."""

_OPEN_FORMAT = "i ett öppet och dokumenterat format"


def name_of(side: Side) -> str:
    """The juridical person of a side; "" when it is not known."""
    return side.belongs.legal.name if side.belongs else ""


def missing_end(facts: NoticeFacts) -> Missing:
    """Why the last day is not known: the notice period where the agreement goes on by itself, else its term."""
    return Missing(PERIOD if facts.goes_on and facts.state.terms.notice is None else END)


def last_day(facts: NoticeFacts) -> date | None:
    """The last day to give notice for the day on which the agreement ends; only where it is renewed term by term."""
    notice, end = facts.state.terms.notice, facts.ends_on
    if notice is None or end is None or not facts.agreement.renewal_months:
        return None
    return notice.last_day_before(end)


def words_of(facts: NoticeFacts) -> Words:
    """The values of the places in the texts."""
    agreement, is_common = facts.agreement, facts.agreement.kind == COMMON
    word, it = ("överenskommelsen", "den") if is_common else ("avtalet", "det")
    last, notice = last_day(facts), facts.state.terms.notice
    period: Inline = (Missing(PERIOD),)
    if notice is not None:
        period = counted(notice.days, "dag", "dagar") if notice.days else counted(notice.months, "månad", "månader")
    return {
        "avsandare": _sender(facts),
        "avtalet": word,
        "Avtalet": raised(word),
        "det": it,
        "slut": (Strong(day_in_words(facts.ends_on)) if facts.ends_on else missing_end(facts),),
        "uppsagningstid": period,
        "sista_dag": day_in_words(last) if last else "",
        "svar": _answer_to(facts),
        "beteckning": f"dnr{NBSP}{agreement.registry_number}" if agreement.registry_number else (Missing(NUMBER),),
        "format": in_sentence(f"som {agreement.handover_format}" if agreement.handover_format else _OPEN_FORMAT),
        "pub_avtal": raised(_named(facts.processing) if facts.processing else ""),
        "tillhorande": listed_names([_named(part) for part in facts.parts]),
    }


def _sender(facts: NoticeFacts) -> str:
    """Who gives notice: the juridical person, or its units to another part of the same."""
    units = facts.sender.belongs.unit_names if facts.sender.belongs and facts.is_within_one else ""
    return units or name_of(facts.sender)


def _named(agreement: Agreement) -> str:
    """Another agreement by title and number."""
    number = f" ({in_sentence(agreement.number)})" if agreement.number else ""
    return f"{in_sentence(agreement.title)}{number}"


def _answer_to(facts: NoticeFacts) -> str:
    """Where the other side answers: who answers for the agreement, else the sender's own address."""
    manager, contact, sender = facts.manager, facts.contact, facts.sender.belongs
    if manager is not None and manager.email:
        return f"{in_sentence(manager.name)}, {manager.email}"
    if contact is not None and contact.email:
        return f"{in_sentence(contact.name)}, {contact.email}" if contact.name else contact.email
    return (sender.nearest("email") if sender else "") or "adressen ovan"
