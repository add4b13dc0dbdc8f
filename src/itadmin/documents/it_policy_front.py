"""What stands before the first section of an IT-policy: cover, facts about the document, and the decisions in short."""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.documents.content import Block, Contents, Cover, Field, FieldTable, Heading, Inline, Missing, Run
from itadmin.documents.it_policy_decisions import deciders, how_many, in_short, of_how_many
from itadmin.documents.it_policy_facts import PolicyFacts
from itadmin.documents.it_policy_requirements import field_mark
from itadmin.documents.proposals import PROPOSAL_STATUS
from itadmin.documents.templates import joined
from itadmin.domain.text import listed

SAMPLE = "Övningsdata"
_SAMPLE_NOTE = "Övningsdata. System, mål, beslut och nummer är påhittade. Invånarantalen är verkliga."
_KIND = "Policy och strategier"


def subtitle(facts: PolicyFacts) -> str:
    """Whose the policy is and for which years, under the title; years that the title tells are not told again."""
    return " ".join(part for part in (towns(facts), untold_years(facts)) if part)


def untold_years(facts: PolicyFacts) -> str:
    """The years of the period, but "" when they stand in the title."""
    told = years(facts)
    return "" if told in facts.document.title else told


def towns(facts: PolicyFacts) -> str:
    """The kommuner as a sentence lists them; one alone by its full name."""
    kommuner = facts.kommuner
    return kommuner[0].name if len(kommuner) == 1 else listed([kommun.town for kommun in kommuner])


def years(facts: PolicyFacts) -> str:
    """The years of the period, "2027–2031", "från 2027" when it is tills vidare; "" when it is not known."""
    first, last = facts.document.valid_from, facts.document.valid_until
    if first is None or (last is None and not facts.document.open_ended):
        return ""
    if last is None:
        return f"från {first.year}"
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"


def period(facts: PolicyFacts) -> Inline:
    """The years in a sentence that says "under": "2027–2031", "tiden från 2027"; marked where they are missing."""
    lacking = _period_marks(facts)
    if lacking:
        return (lacking[0], "–", lacking[1]) if len(lacking) > 1 else lacking
    return years(facts) if facts.document.valid_until else f"tiden {years(facts)}"


def _period_marks(facts: PolicyFacts) -> tuple[Missing, ...]:
    """What is missing of the period."""
    fields = ("valid_from",) if facts.document.open_ended else ("valid_from", "valid_until")
    return tuple(field_mark(field) for field in fields if getattr(facts.document, field) is None)


def cover(facts: PolicyFacts) -> Cover:
    """The first page."""
    return Cover(
        facts=(
            Field("Dokumenttyp", _KIND),
            Field("Gäller", _validity(facts)),
            Field("Version", _version(facts)),
            _standing(facts),
        ),
        note=_SAMPLE_NOTE if facts.is_sample else "",
        steps=True,
    )


def _standing(facts: PolicyFacts) -> Field:
    """How far the policy has come: proposed here, or adopted in so many kommuner."""
    if not facts.kommuner:
        return Field("Fastställd i", joined(field_mark("municipalities")))
    if facts.is_proposal:
        return Field("Status", PROPOSAL_STATUS)
    return Field("Fastställd i", of_how_many(facts))


def _status(facts: PolicyFacts) -> str:
    """The same in a sentence's words: whose decision it waits for."""
    if not facts.is_proposal:
        return how_many(facts)
    return f"{PROPOSAL_STATUS} i {facts.own}" if facts.municipality_id else PROPOSAL_STATUS


def _version(facts: PolicyFacts) -> Inline:
    return joined(facts.document.version or field_mark("version"))


def _validity(facts: PolicyFacts) -> Inline:
    first, last = facts.document.valid_from, facts.document.valid_until
    begins: Run = first.isoformat() if first else field_mark("valid_from")
    if facts.document.open_ended:
        return joined("Från ", begins, " tills vidare")
    return joined(begins, "–", last.isoformat() if last else field_mark("valid_until"))


def front(facts: PolicyFacts) -> tuple[Block, ...]:
    """Dokumentuppgifter, what each kommun has decided, and the contents."""
    rows = tuple(Field(label, value) for label, value in _document_rows(facts) if value)
    decisions: tuple[Block, ...] = (Heading("Beslut", numbered=False), in_short(facts)) if facts.kommuner else ()
    return (Heading("Dokumentuppgifter", numbered=False), FieldTable(rows), *decisions, Contents())


def _document_rows(facts: PolicyFacts) -> Iterator[tuple[str, Inline]]:
    document = facts.document
    revised = document.revise_by
    yield "Dokumenttyp", "Policy (avsnittet Riktlinjer) och strategier (avsnitten därefter)"
    yield "Kommuner", joined(towns(facts) or field_mark("municipalities"))
    yield "Gäller för", document.applies_to
    yield "Gäller", _validity(facts)
    yield "Status", _status(facts) if facts.kommuner else ""
    yield "Beslutas av", deciders(facts)
    yield "Diarienummer", document.registry_number
    yield "Dokumentansvarig", joined(facts.responsible or field_mark("responsible_function"))
    yield "För revidering ansvarar", document.revision_responsible
    yield "För uppföljning ansvarar", document.follow_up_responsible
    yield "Revideras senast", joined(revised.isoformat() if revised else field_mark("revise_by"))
    yield "Ersätter", facts.replaces
    yield "Publiceras", document.publication
