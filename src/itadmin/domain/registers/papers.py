"""Handlingar: the papers that have been made and numbered, and what has become of each.

The file itself lies beside the register under its digest, as one of the attached files, and so does the copy that
comes back signed. A paper is about one record, named by register and id as it may be of any register.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import LOCAL, LOCAL_PERSONAL, Choice, Day, LongText, Reference, Rows, Text, Whole
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Lock, Register, Section
from itadmin.domain.registers.record_rows import Attachment


@dataclass(frozen=True, kw_only=True)
class PaperSignatory:
    """Someone who has signed a paper."""

    name: Annotated[str, Text("Namn", LOCAL_PERSONAL)] = ""
    title: Annotated[str, Text("Befattning", LOCAL)] = ""
    party: Annotated[str, Text("Part", LOCAL)] = ""
    signed_on: Annotated[date | None, Day("Dag", LOCAL)] = None


@dataclass(frozen=True, kw_only=True)
class IssuedPaper(Record):
    """A numbered paper. `digest` is the SHA-256 of its file, `signed_digest` that of the signed copy, both in hex."""

    number: Annotated[str, Text("Handlingsnummer", LOCAL, required=True, max_length=40)] = ""
    title: Annotated[str, Text("Handling", LOCAL, expected=True)] = ""
    paper_type: Annotated[str, Text("Typ", LOCAL, max_length=60, expected=True)] = ""
    about_register: Annotated[str, Text("Gäller register", LOCAL, max_length=60)] = ""
    about: Annotated[str, Text("Gäller post", LOCAL, max_length=36)] = ""
    version: Annotated[int | None, Whole("Version", LOCAL, minimum=1)] = None
    status: Annotated[str, Choice("Läge", LOCAL, values="handlingslage", expected=True)] = ""
    made_on: Annotated[date | None, Day("Skapad", LOCAL)] = None
    sent_on: Annotated[date | None, Day("Skickad", LOCAL)] = None
    sent_to: Annotated[str, Text("Skickad till", LOCAL)] = ""
    signed_on: Annotated[date | None, Day("Påskriven", LOCAL)] = None
    signing: Annotated[str, Choice("Underskrift", LOCAL, values="signering")] = ""
    signatories: Annotated[tuple[PaperSignatory, ...], Rows("Påskriven av", LOCAL, row=PaperSignatory)] = ()
    registry_number: Annotated[str, Text("Diarienummer", LOCAL, max_length=40)] = ""
    replaces: Annotated[UUID | None, Reference("Ersätter", LOCAL, to="papers")] = None
    digest: Annotated[str, Text("Kontrollsumma", LOCAL, max_length=64)] = ""
    signed_digest: Annotated[str, Text("Det påskrivnas kontrollsumma", LOCAL, max_length=64)] = ""
    note: Annotated[str, LongText("Anteckning", LOCAL)] = ""
    attachments: Annotated[tuple[Attachment, ...], Rows("Bifogade filer", LOCAL, row=Attachment)] = ()


def check_days(paper: IssuedPaper) -> Iterable[Problem]:
    """It is sent and signed after it is made."""
    if paper.made_on and paper.sent_on and paper.sent_on < paper.made_on:
        yield Problem("sent_on", "Handlingen är skickad innan den skapades. Ändra dagen.", "anmarkning")
    if paper.made_on and paper.signed_on and paper.signed_on < paper.made_on:
        yield Problem("signed_on", "Handlingen är påskriven innan den skapades. Ändra dagen.", "anmarkning")


REGISTER = Register(
    name="papers",
    record=IssuedPaper,
    singular="handling",
    plural="Handlingar",
    new_label="Ny handling",
    icon="document_pdf",
    title_fields=("number",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            ("title", "paper_type", "version", "status", "made_on", "registry_number", "replaces", "note"),
        ),
        Section(
            "underskrift",
            "Underskrift",
            ("sent_on", "sent_to", "signed_on", "signing", "signatories"),
            frozenset({"", "for_underskrift", "skickat", "paskrivet"}),
        ),
        Section("filer", "Filer", ("attachments", "digest", "signed_digest", "about_register", "about")),
    ),
    columns=("number", "title", "version", "status", "made_on", "sent_on", "signed_on"),
    search=("number", "title", "registry_number", "sent_to", "note", "attachments.file_name", "attachments.title"),
    keys=("number",),
    subtitle=("title", "status"),
    rules=(check_days,),
    kind_field="status",
    lock=Lock(
        "Handlingen är avslutad och kan inte ändras. Gör en ny handling.",
        "status",
        values=frozenset({"fardig", "paskrivet", "ersatt", "makulerat"}),
        open=frozenset({"note", "registry_number"}),
    ),
    made_by_program="Handlingar läggs inte till för hand: de blir till när ett färdigt dokument skapas som PDF.",
    place="Styrdokument",
)
