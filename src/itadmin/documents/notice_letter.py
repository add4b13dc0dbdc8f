"""Uppsägning: the letter that gives notice of an agreement, or tells that one which ends is not prolonged.

Ready to be signed: it says until which day the agreement lasts, asks for that to be confirmed, and for information
and personal data to be given back. Its day is that of the notice, or of the reading while none is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from uuid import UUID

from itadmin.documents.content import (
    Block,
    Field,
    FieldTable,
    Inline,
    Missing,
    Paper,
    Paragraph,
    Signatory,
    SignatureBlock,
    SignatureParty,
    Strong,
)
from itadmin.documents.gathering import confirmed_number_of
from itadmin.documents.notice_letter_facts import REGISTER, NoticeFacts, Side, gather
from itadmin.documents.notice_letter_words import (
    ADDRESS,
    AUTHORITY,
    COMMON,
    END,
    NUMBER,
    OWN_ADDRESS,
    PERIOD,
    POSITION,
    RECIPIENT,
    last_day,
    name_of,
    words_of,
)
from itadmin.documents.phrases import in_sentence, listed_names
from itadmin.documents.prepared import Prepared, Target, missing_values
from itadmin.documents.profiles import profile_for
from itadmin.documents.templates import Template, joined, runs_of, shipped_template
from itadmin.domain.money import NBSP
from itadmin.domain.text import file_name
from itadmin.services.reading import Reading

TYPE = "notice_letter"
NAME = "Uppsägning av avtal"

_SAMPLE = "Övningsdata"
_LONGEST_NAME_PART = 60
_LABELS = 34
_BY_POST, _BY_MAIL = ("postal_address",), ("postal_address", "email")


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The letter about one agreement. Raises KnownError when there is none."""
    facts = gather(reading, record_id)
    title = _title(facts)
    sample = (_SAMPLE,) if reading.is_sample else ()
    number = facts.agreement.registry_number
    paper = Paper(
        title=title,
        subject=f"{title}: {facts.agreement.title}",
        created=datetime.combine(reading.day, time(), UTC),
        profile=profile_for(reading, facts.sender.organisation_id),
        header_right=f"Dnr {number}" if number else title,
        footer_left=" · ".join((title, facts.day.isoformat(), *sample)),
        marks=tuple(word.upper() for word in sample),
        draft=draft,
        body=tuple(_body(facts)),
    )
    name = f"Uppsägning_{facts.agreement.title[:_LONGEST_NAME_PART]}_{facts.day.isoformat()}.pdf"
    return Prepared(paper, missing_values(paper, _targets(facts)), file_name(name))


def _title(facts: NoticeFacts) -> str:
    word = "överenskommelse" if facts.agreement.kind == COMMON else "avtal"
    return f"Uppsägning av {word}" if facts.is_notice else f"Besked om att {word} inte förlängs"


def _targets(facts: NoticeFacts) -> dict[str, Target]:
    agreement = facts.agreement.id
    recipient = next((side for side in facts.recipients if not _reached(side, _BY_MAIL)), facts.recipients[0])
    return {
        NUMBER: Target(REGISTER, agreement, "registry_number"),
        PERIOD: Target(REGISTER, agreement, "notice_months"),
        END: Target(REGISTER, agreement, "first_term_ends_on"),
        RECIPIENT: Target(REGISTER, agreement, facts.recipients[0].field),
        ADDRESS: Target("organisations", recipient.organisation_id, "postal_address"),
        OWN_ADDRESS: Target("organisations", facts.sender.organisation_id, "postal_address"),
        POSITION: Target(REGISTER, agreement, "signatories"),
        AUTHORITY: Target(REGISTER, agreement, "signatories"),
    }


def _body(facts: NoticeFacts) -> Iterator[Block]:
    template, words = shipped_template(TYPE), words_of(facts)
    yield FieldTable(tuple(_facts(facts)), label_width=_LABELS)
    declaration, *terms = _notice(facts)
    yield Paragraph(template.text(words, declaration), "lead")
    yield Paragraph(template.text(words, *terms))
    yield _titled(template, "answer", template.text(words, *_answer(facts)))
    information = tuple(_information(facts))
    if information:
        yield _titled(template, "information", template.text(words, *information))
    yield SignatureBlock((_signature(facts),))


def _titled(template: Template, section: str, text: Inline) -> Paragraph:
    """A paragraph opened by its title, which takes less room than a heading: the letter is to be one page."""
    return Paragraph((Strong(f"{template.heading(section)}. "), *runs_of(text)))


def _facts(facts: NoticeFacts) -> Iterator[Field]:
    """Who writes to whom, when, and about which agreement."""
    agreement = facts.agreement
    for recipient in facts.recipients:
        number = "" if facts.is_within_one else _number(recipient)
        yield Field("Till", _addressed(recipient, number, _BY_MAIL, ADDRESS))
    yield Field("Från", _addressed(facts.sender, "", _BY_POST, OWN_ADDRESS))
    yield Field("Datum", facts.day.isoformat())
    known_as = agreement.registry_number or Missing(NUMBER)
    belongs = facts.recipients[0].belongs
    customer = belongs.nearest("customer_number") if belongs else ""
    yield Field("Vår beteckning", joined(known_as, f", kundnummer{NBSP}{customer}" if customer else ""))
    numbered = f"nummer{NBSP}{agreement.number}" if agreement.number else ""
    signed = f"undertecknat {agreement.signed_on.isoformat()}" if agreement.signed_on else ""
    begins = f"gäller från och med {agreement.starts_on.isoformat()}" if agreement.starts_on else ""
    about = ", ".join(part for part in (numbered, signed, begins, _systems(facts)) if part)
    yield Field("Avtal", joined(Strong(agreement.title), f"\n{about}" if about else ""))


def _addressed(side: Side, number: str, fields: tuple[str, ...], mark: str) -> Inline:
    """Who it is, with its units and number, and on a line below where it is reached by these fields."""
    belongs = side.belongs
    if belongs is None:
        return (Missing(RECIPIENT),)
    more = "".join(f", {part}" for part in (belongs.unit_names, number) if part)
    return joined(Strong(belongs.legal.name), more, "\n", _reached(side, fields) or Missing(mark))


def _reached(side: Side, fields: tuple[str, ...]) -> str:
    belongs = side.belongs
    return " · ".join(value for field in fields if belongs and (value := belongs.nearest(field)))


def _systems(facts: NoticeFacts) -> str:
    """The systems that the agreement is about and does not name in its title."""
    title = facts.agreement.title.casefold()
    names = [in_sentence(system.name) for system in facts.systems if system.name.casefold() not in title]
    return f"avser {listed_names(names)}" if names else ""


def _answer(facts: NoticeFacts) -> Iterator[str]:
    yield "answer.confirm" if facts.is_notice else "answer.received"
    if facts.parts:
        yield "answer.parts"


def _notice(facts: NoticeFacts) -> Iterator[str]:
    state = facts.state
    if not facts.is_notice:
        yield "notice.fixed"
        if facts.without.option_to_decide is not None:
            yield "notice.option"
        yield "notice.meanwhile"
        return
    is_running = state.missed_end is None and bool(facts.agreement.renewal_months)
    yield "notice.renewing" if is_running else "notice.nearest"
    if state.terms.notice is None or not state.terms.is_without_notice_time:
        yield "notice.period"
        if last_day(facts) is not None:
            yield "notice.last_day"
    yield "notice.otherwise"
    yield "notice.meanwhile"


def _information(facts: NoticeFacts) -> Iterator[str]:
    """What is to be given back; nothing within one juridical person, or where nothing is known to be kept."""
    if facts.is_within_one or not (facts.systems or facts.has_personal_data):
        return
    if facts.sender.field == "provider":
        yield "information.ours"
        return
    yield "information.handover"
    if facts.has_personal_data:
        yield "information.personal"
    if facts.processing is not None:
        yield "information.agreement"


def _number(side: Side) -> str:
    number = confirmed_number_of(side.belongs.legal) if side.belongs else ""
    return f"org.nr{NBSP}{number}" if number else ""


def _signature(facts: NoticeFacts) -> SignatureParty:
    sender = facts.sender.belongs
    numbered = "" if facts.is_within_one else _number(facts.sender)
    rows = [
        Signatory(row.position or (Missing(POSITION),), row.authority or (Missing(AUTHORITY),))
        for row in facts.signatories
    ]
    return SignatureParty(
        "avsändaren",
        name_of(facts.sender),
        ", ".join(part for part in (sender.unit_names if sender else "", numbered) if part),
        tuple(rows) or (Signatory((Missing(POSITION),), (Missing(AUTHORITY),)),),
    )
