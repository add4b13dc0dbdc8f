"""The tables of the systemkort: roles, use, levels, earlier classifications, agreements, and where papers lie.

Each gives its heading and table, or nothing when there is nothing to tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from itadmin.documents.adopted_training import modules_table
from itadmin.documents.content import Block, Column, DataTable, Field, FieldTable, Heading, Missing, Row
from itadmin.documents.gathering import shown
from itadmin.documents.phrases import notice_day_words, raised
from itadmin.documents.system_card_facts import Card
from itadmin.domain.fields import Held
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.agreement_rules import term_state
from itadmin.domain.registers.people import Person
from itadmin.domain.registers.roles import Role
from itadmin.domain.words import Words
from itadmin.services.display import field_text
from itadmin.services.reading import Read

_SYSTEMS = REGISTERS["systems"]
_USES = (
    ("organisation", "Används av", 52),
    ("status", "Läge", 30),
    ("since", "Sedan", 22),
    ("until", "Till och med", 24),
    ("user_count", "Användare", 22),
    ("licence_count", "Licenser", 20),
)
_LEVELS = (
    ("municipality", "Kommun", 42),
    ("level", "Samverkansnivå", 52),
    ("target_level", "Målnivå", 52),
    ("target_on", "Målet nås", 24),
)
_NUMBERS = frozenset({"user_count", "licence_count"})
_CLASSES = (("confidentiality", "K"), ("integrity", "R"), ("availability", "T"), ("traceability", "S"))
_NOT_ADOPTED = "Namnen på samverkansnivåerna är förslag som kommunerna inte har antagit."


def people(card: Card) -> Iterator[Block]:
    """Who has which role; a draft marks the roles that somebody ought to have."""
    order = tuple(card.read.words.all_of("roll"))
    in_order = sorted(card.roles, key=lambda held: order.index(held[0].kind) if held[0].kind in order else len(order))
    rows: list[Row] = [_role_row(*role, card.read.words) for role in in_order]
    rows += [(field.label, (Missing(field.label),), "", "") for field in _vacant(card)]
    if rows:
        columns = (
            Column("Roll", weight=36),
            Column("Innehavare", weight=54),
            Column("E-post", weight=42),
            Column("Telefon", weight=28),
        )
        yield Heading("Roller", numbered=False)
        yield DataTable(columns, tuple(rows), row_heading="label")


def _vacant(card: Card) -> Iterator[Held]:
    """The roles that somebody ought to have and nobody has, for a draft to mark."""
    taken = {role.kind for role, _, _ in card.roles}
    for field in _SYSTEMS.fields.values():
        if card.draft and isinstance(field, Held) and field.expected and field.role not in taken:
            yield field


def _role_row(role: Role, unit: str, person: Person | None, words: Words) -> Row:
    holder = ", ".join(part for part in (person.name if person else "", role.function, unit) if part)
    email = role.email or (person.email if person else "")
    phone = role.phone or (person.phone if person else "")
    return (shown(role, "kind", words), holder, email, phone)


def use(card: Card) -> Iterator[Block]:
    """Who uses the system, and how far the kommuner have come together."""
    if card.uses:
        yield Heading("Användning", numbered=False)
        yield _table("system_uses", card.uses, _USES)
    if card.levels:
        yield Heading("Samverkan", numbered=False)
        yield _table("cooperation_levels", card.levels, _LEVELS, _NOT_ADOPTED if _has_proposed(card) else "")


def _has_proposed(card: Card) -> bool:
    """Whether a level that the card tells has a name that is not adopted."""
    codes = (getattr(read.record, name) for read in card.levels for name in ("level", "target_level"))
    return any(card.read.words.is_proposed("samverkansniva", code) for code in codes)


def _table(register: str, reads: Sequence[Read], columns: Sequence[tuple[str, str, int]], note: str = "") -> DataTable:
    """Records as rows, without the columns that none has a value in."""
    described = REGISTERS[register]
    used = [column for column in columns if any(field_text(described, read, column[0]) for read in reads)]
    return DataTable(
        tuple(Column(title, "right" if name in _NUMBERS else "left", weight) for name, title, weight in used),
        tuple(tuple(field_text(described, read, name) for name, _, _ in used) for read in reads),
        note=note,
        row_heading="label",
    )


def earlier_classifications(card: Card) -> Iterator[Block]:
    """How the system was classified before, the latest first."""
    rows = sorted(card.system.earlier_classifications, key=lambda row: shown(row, "classified_on"), reverse=True)
    if rows:
        yield Heading("Tidigare klassningar", level=2, numbered=False)
        yield DataTable(
            (
                Column("Klassad", weight=24),
                Column("Klassning", weight=32),
                Column("Klassad av", weight=44),
                Column("Motivering", weight=60),
            ),
            tuple(
                (
                    shown(row, "classified_on"),
                    " ".join(f"{letter}{getattr(row, name)}" for name, letter in _CLASSES if getattr(row, name)),
                    row.classified_by,
                    row.reason,
                )
                for row in rows
            ),
            row_heading="label",
        )


def agreements(card: Card) -> Iterator[Block]:
    """The agreements about the system, with when they end and when notice must be given."""
    if not card.agreements:
        return
    yield Heading("Avtal", numbered=False)
    yield DataTable(
        (
            Column("Avtal", weight=60),
            Column("Slag", weight=36),
            Column("Läge", weight=28),
            Column("Löper ut", weight=22),
            Column("Sägs upp senast", weight=26),
        ),
        tuple(
            (
                " ".join(part for part in (agreement.title, agreement.number) if part),
                shown(agreement, "kind"),
                shown(agreement, "status"),
                shown(agreement, "term_ends_on"),
                notice_day_words(term_state(agreement, card.day.date())),
            )
            for agreement in card.agreements
        ),
        row_heading="label",
    )


def papers(card: Card) -> Iterator[Block]:
    """Where more can be read: links, and the files that are attached in the register."""
    rows = [(link.title, link.address) for link in card.system.links if link.address]
    rows += [(file.title, f"Bifogad: {file.file_name}") for file in card.system.attachments if file.file_name]
    if rows:
        yield DataTable((Column("Vad", weight=56), Column("Var", weight=104)), tuple(rows), row_heading="label")


def training(card: Card) -> Iterator[Block]:
    """The adopted utbildningsplan and its moment."""
    if card.training is not None:
        yield Heading("Utbildning", numbered=False)
        yield FieldTable((Field("Utbildningsplan", raised(card.training.words) or card.training.plan.title),))
        if card.training.modules:
            yield modules_table((card.training,), card.read.words, "training-modules")
