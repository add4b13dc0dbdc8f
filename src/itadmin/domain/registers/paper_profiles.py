"""Utseende på handlingar: what an organisation's papers carry: its name, vapen or logotype, colour and address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from itadmin.domain.calculations.contrast import (
    READABLE_CONTRAST,
    colour,
    contrast_on_white,
    is_colour,
    readable,
    written,
)
from itadmin.domain.fields import OPEN, LongText, Reference, Rows, Text
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section
from itadmin.domain.registers.record_rows import Attachment


@dataclass(frozen=True, kw_only=True)
class PaperProfile(Record):
    """How the papers of one organisation look. The picture is the attached file that is a logotyp."""

    name: Annotated[str, Text("Namn på handlingar", OPEN, required=True, help="Till exempel Melleruds kommun.")] = ""
    organisation: Annotated[UUID | None, Reference("Organisation", OPEN, to="organisations", required=True)] = None
    unit: Annotated[str, Text("Enhet", OPEN, help="Till exempel Kommunstyrelseförvaltningen.")] = ""
    accent: Annotated[str, Text("Färg", OPEN, max_length=7, help="Som #RRGGBB, till exempel #0F4C5C.")] = ""
    address: Annotated[str, LongText("Adress", OPEN, max_length=1000)] = ""
    footer: Annotated[str, Text("Text i sidfoten", OPEN, max_length=120)] = ""
    logotype_alt: Annotated[
        str,
        Text("Bilden i ord", OPEN, help="Läses upp för den som inte ser bilden, till exempel Melleruds kommuns vapen."),
    ] = ""
    attachments: Annotated[tuple[Attachment, ...], Rows("Bifogade filer", OPEN, row=Attachment)] = ()


def check_accent(profile: PaperProfile) -> Iterable[Problem]:
    """A colour is written as one, and one that is too light to read on white is told with what it is printed as."""
    if not profile.accent:
        return
    if not is_colour(profile.accent):
        yield Problem("accent", "Skriv färgen som # och sex tecken 0–9 eller A–F, till exempel #0F4C5C.")
        return
    wanted = colour(profile.accent)
    if contrast_on_white(wanted) < READABLE_CONTRAST:
        darker = written(readable(wanted))
        text = f"Färgen är för ljus för text på vitt papper. I handlingar görs den mörkare, till {darker}."
        yield Problem("accent", text, "anmarkning")


def check_picture(profile: PaperProfile) -> Iterable[Problem]:
    """A picture is told in words, and there is one of them."""
    pictures = [file for file in profile.attachments if file.purpose == "logotyp"]
    if pictures and not profile.logotype_alt:
        yield Problem("logotype_alt", "Beskriv bilden i ord, annars kan den inte stå i handlingar.", "anmarkning")
    if len(pictures) > 1:
        yield Problem("attachments", "Flera filer är logotyp. Behåll en.", "anmarkning")


REGISTER = Register(
    name="paper_profiles",
    record=PaperProfile,
    singular="utseende på handlingar",
    plural="Utseende på handlingar",
    new_label="Nytt utseende",
    icon="color",
    title_fields=("name",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            ("organisation", "unit", "accent", "address", "footer", "logotype_alt", "attachments"),
        ),
    ),
    columns=("name", "organisation", "unit", "accent"),
    search=("name", "unit", "footer"),
    subtitle=("organisation",),
    rules=(check_accent, check_picture),
    begun_with=("name", "organisation"),
    place="Styrdokument",
)
