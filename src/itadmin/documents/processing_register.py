"""Registerförteckning: which personal data are processed, why and by whom, as GDPR's article 30 asks.

Nothing is obligatory: an incomplete record is shown as it is, and a gap is told as one. What is told of security is
the general description alone; what protects a certain system stays in the register.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from itadmin.documents.content import (
    Block,
    Column,
    DataTable,
    Field,
    FieldTable,
    Heading,
    Inline,
    Missing,
    Paragraph,
    Row,
    Run,
    Strong,
)
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.gathering import label
from itadmin.documents.phrases import counted, listed_names, lowered
from itadmin.documents.prepared import Prepared, Target, missing_values
from itadmin.documents.processing_register_facts import Controller, Processing, gather, incomplete
from itadmin.documents.templates import joined, shipped_template
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import file_name
from itadmin.services.display import field_text
from itadmin.services.reading import Reading

TYPE = "processing_register"
NAME = "Registerförteckning"

_SYSTEMS = REGISTERS["systems"]
_OPEN = "Behandlingar som kan omfattas av sekretess är inte med. De finns i kommunens interna register."
_NOT_KNOWN = "Personuppgiftsansvarig är inte angiven"
_UNKNOWN = "uppgift saknas"
_OFFICER = "dataskyddsombud"
_SENSITIVE = "Känsliga personuppgifter"
_NOT_NEEDED, _AGREED = "ej_tillampligt", "ja"
_COLUMNS = (
    Column("Behandling", weight=30),
    Column("Ändamål och rättslig grund", weight=88),
    Column("Registrerade", weight=34),
    Column("Kategorier av uppgifter", weight=38),
    Column("Mottagare och biträden", weight=58),
    Column("Tredje land", weight=18),
    Column("Gallringsfrist", weight=30),
)


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper of all behandlingar on the day of the reading; it is about the whole file, whatever `record_id`."""
    del record_id
    organisation = reading.organisation().label
    controllers = gather(reading)
    marked, final = (
        replace(
            dated_paper(reading, NAME, tuple(_body(controllers, draft=is_draft)), internal=False),
            subject=f"{NAME} för {organisation}",
            draft=is_draft,
            landscape=True,
        )
        for is_draft in (True, False)
    )
    gaps = missing_values(marked, _targets(controllers))
    name = file_name(f"{NAME}_{organisation[:60]}_{reading.day.isoformat()}.pdf")
    return Prepared(marked, gaps, name) if draft else Prepared(final, (), name, untold=gaps)


def _targets(controllers: tuple[Controller, ...]) -> dict[str, Target]:
    """Where each gap is filled in; of two systems of one name the first that has the gap."""
    targets = {_OFFICER: Target("roles", None, "function", (("kind", _OFFICER),))}
    for item in incomplete(controllers):
        for field in item.gaps:
            targets.setdefault(_gap(item, field), Target(_SYSTEMS.name, item.system.id, field))
    return targets


def _gap(item: Processing, field: str) -> str:
    return f"{lowered(label(item.system, field))} för {item.system.name}"


def _body(controllers: tuple[Controller, ...], *, draft: bool) -> Iterator[Block]:
    template = shipped_template(TYPE)
    yield Paragraph(_summary(controllers), "lead")
    yield Paragraph(template.text({}, "about.text"))
    number = sum(1 for _ in incomplete(controllers))
    if number:
        lacking = counted(number, "behandling", "behandlingar")
        yield Paragraph(f"För {lacking} saknas någon uppgift, och det står på uppgiftens plats.")
    for controller in controllers:
        yield Heading(controller.name or _NOT_KNOWN, numbered=False)
        if controller.belongs is not None:
            yield FieldTable(tuple(_contacts(controller, draft=draft)))
        rows = tuple(_Told(item, draft=draft).row() for item in controller.processings)
        yield DataTable(_COLUMNS, rows, row_heading="strong")
    yield Heading(template.heading("security"), numbered=False)
    yield Paragraph(template.text({}, "security.text", "security.apart"))
    yield Paragraph(_OPEN, "note")


def _summary(controllers: tuple[Controller, ...]) -> str:
    number = sum(len(controller.processings) for controller in controllers)
    if not number:
        return "Inga behandlingar av personuppgifter finns i registret."
    known = sum(controller.belongs is not None for controller in controllers)
    answering = f" hos {counted(known, 'personuppgiftsansvarig', 'personuppgiftsansvariga')}" if known else ""
    return f"{counted(number, 'behandling', 'behandlingar')} av personuppgifter{answering}."


def _contacts(controller: Controller, *, draft: bool) -> Iterator[Field]:
    yield Field("Personuppgiftsansvarig", controller.identity)
    yield Field("Kontakt", controller.contact or _UNKNOWN)
    no_officer = (Missing(_OFFICER, in_place=True),) if draft else _UNKNOWN
    yield Field("Dataskyddsombud", "\n".join(controller.officers) or no_officer)


@dataclass(frozen=True)
class _Told:
    """One behandling as a row; what is not known is marked in a `draft`, and said in words else."""

    item: Processing
    draft: bool

    def row(self) -> Row:
        """The cells of the row, in the order of the columns."""
        return (
            self._lines((self.item.system.name,), *self._without_controller()),
            self._lines((self._value("processing_purpose"),), ("Grund: ", self._value("legal_basis"))),
            joined(self._value("data_subjects")),
            self._lines((self._value("data_categories"),), *self._sensitive()),
            self._lines((self._value("recipients"),), *self._processors()),
            self._third_country(),
            joined(self._value("retention")),
        )

    def _text(self, field: str) -> str:
        return field_text(_SYSTEMS, self.item.read, field)

    def _value(self, field: str) -> Run:
        if field in self.item.gaps:
            return Missing(_gap(self.item, field), in_place=True) if self.draft else _UNKNOWN
        return self._text(field)

    def _lines(self, first: tuple[Run, ...], *others: tuple[Run, ...]) -> Inline:
        return joined(*first, *(run for line in others for run in ("\n", *line)))

    def _without_controller(self) -> Iterator[tuple[Run, ...]]:
        if self.draft and "controller" in self.item.gaps:
            yield ("Ansvarig: ", self._value("controller"))

    def _sensitive(self) -> Iterator[tuple[Run, ...]]:
        if self.item.system.sensitive_personal_data:
            yield (Strong(_SENSITIVE),)

    def _processors(self) -> Iterator[tuple[Run, ...]]:
        status, supplier = self.item.system.dpa_status, self._text("supplier")
        if self.item.processors:
            yield (f"Biträde: {listed_names(self.item.processors)}",)
        elif "dpa_status" in self.item.gaps:
            yield ("PUB-avtal: ", self._value("dpa_status"))
        elif status != _NOT_NEEDED and supplier:
            told = "" if status == _AGREED else f" (PUB-avtal: {lowered(self._text('dpa_status'))})"
            yield (f"Biträde: {supplier}{told}",)
        if self.item.system.sub_processors:
            yield (f"Underbiträden: {self._text('sub_processors')}",)

    def _third_country(self) -> Inline:
        if not self.item.system.third_country:
            return joined(self._value("third_country"))
        return joined("Ja: ", self._value("third_country_basis"))
