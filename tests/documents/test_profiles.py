"""Whose a paper is: the look of the organisation itself, or of what it belongs to, and what its picture may be."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import page
import pytest
from PIL import Image

from itadmin.documents.content import STANDARD_ACCENT, Profile
from itadmin.documents.making import make
from itadmin.documents.profile_sample import TYPE
from itadmin.documents.profiles import REGISTER, profile_for
from itadmin.domain.problems import KnownError
from itadmin.services.workspace import Workspace

ADDRESS = "Storgatan 13\n464 30 Mellerud"


def png(colour: str = "red") -> bytes:
    made = BytesIO()
    Image.new("RGB", (30, 40), colour).save(made, "PNG")
    return made.getvalue()


@pytest.fixture
def own(workspace: Workspace) -> UUID:
    return workspace.file.info.organisation


@pytest.fixture
def looks(workspace: Workspace, own: UUID) -> Callable[..., UUID]:
    """Adds the look of an organisation, the own one if no other is given; `picture` is its content."""

    def add(organisation: UUID = own, picture: bytes = b"", **values: Any) -> UUID:
        rows = [{**workspace.attachments.keep("vapen.png", picture), "purpose": "logotyp"}] if picture else []
        plain = {"name": "Melleruds kommun", "organisation": str(organisation), "attachments": rows, **values}
        return workspace.records.add(REGISTER, plain)

    return add


@pytest.fixture
def unit(workspace: Workspace, own: UUID) -> UUID:
    board = workspace.records.add("organisations", {"name": "Kommunstyrelsen", "kind": "namnd", "parent": str(own)})
    return workspace.records.add("organisations", {"name": "IT-enheten", "kind": "forvaltning", "parent": str(board)})


def test_without_a_look_a_paper_has_the_name_of_its_organisation(workspace: Workspace, unit: UUID) -> None:
    name = workspace.reading().organisation().label
    assert profile_for(workspace.reading(), None) == Profile(name)
    assert profile_for(workspace.reading(), unit) == Profile(name, "Kommunstyrelsen")


def test_a_look_gives_all_it_says(workspace: Workspace, looks: Callable[..., UUID]) -> None:
    looks(unit="IT-enheten", accent="#7A1F1F", address=ADDRESS, footer="kommunen@example.se")
    assert profile_for(workspace.reading(), None) == Profile(
        "Melleruds kommun", "IT-enheten", "#7A1F1F", address=ADDRESS, footer="kommunen@example.se"
    )


def test_a_unit_has_the_look_of_what_it_belongs_to(
    workspace: Workspace, looks: Callable[..., UUID], unit: UUID
) -> None:
    looks(footer="kommunens")
    found = profile_for(workspace.reading(), unit)
    assert (found.unit, found.accent, found.footer) == ("Kommunstyrelsen", STANDARD_ACCENT, "kommunens")
    looks(unit, name="IT-enheten i Mellerud", footer="enhetens")
    found = profile_for(workspace.reading(), unit)
    assert (found.organisation, found.footer) == ("IT-enheten i Mellerud", "enhetens")
    assert profile_for(workspace.reading(), None).footer == "kommunens"


def test_a_look_that_is_gone_is_not_used(workspace: Workspace, looks: Callable[..., UUID]) -> None:
    workspace.records.delete(REGISTER, [looks(footer="borta")])
    assert profile_for(workspace.reading(), None).footer == ""


@pytest.mark.parametrize("alt", ["Melleruds kommuns vapen", ""])
def test_a_picture_is_used_when_it_is_told_in_words(workspace: Workspace, looks: Callable[..., UUID], alt: str) -> None:
    looks(picture=png(), logotype_alt=alt)
    logotype = profile_for(workspace.reading(), None).logotype
    assert (logotype.alt if logotype else "") == alt


def test_a_picture_is_read_from_a_private_copy_too(workspace: Workspace, looks: Callable[..., UUID]) -> None:
    looks(picture=png("blue"), logotype_alt="Vapen")
    reading = workspace.snapshot()
    assert profile_for(reading, None).logotype is not None
    reading.close()


@pytest.mark.parametrize(
    ("picture", "told"),
    [
        (b"GIF89a", "är ingen bild av slaget PNG, JPEG eller SVG"),
        (png()[:60], "är skadad eller avbruten och går inte att läsa"),
    ],
)
def test_a_picture_that_cannot_be_used_is_told_with_what_to_do(
    workspace: Workspace, looks: Callable[..., UUID], picture: bytes, told: str
) -> None:
    look = looks(picture=picture, logotype_alt="Vapen")
    with pytest.raises(KnownError) as caught:
        make("system_register", workspace.reading(), None, draft=False)
    assert caught.value.sentence == (
        f"Bilden i Utseende på handlingar för Melleruds kommun {told}. "
        "Byt bilden, eller ta bort filen där: då görs handlingarna utan bild."
    )
    workspace.records.save(REGISTER, look, {"attachments": []})
    assert make("system_register", workspace.reading(), None, draft=False).startswith(b"%PDF")


def test_without_the_files_beside_the_register_papers_are_made_without_the_picture(
    workspace: Workspace, looks: Callable[..., UUID], tmp_path: Path
) -> None:
    looks(picture=png("green"), logotype_alt="Vapen")
    store: Path = workspace.attachments.path
    aside = store.rename(tmp_path / "undan")
    assert profile_for(workspace.reading(), None).logotype is None
    aside.rename(store)
    assert profile_for(workspace.reading(), None).logotype is not None


@pytest.mark.parametrize("standard", ["2a", "ua1"])
def test_the_proof_keeps_both_standards(workspace: Workspace, looks: Callable[..., UUID], standard: str) -> None:
    look = looks(picture=png(), logotype_alt="Vapen", accent="#FFE000", address=ADDRESS, footer="En rad i foten")
    report = page.validate_pdf_bytes(make(TYPE, workspace.reading(), look, draft=False), profile=standard)
    assert report.is_compliant, [failure.message for failure in report.failures]


def test_the_proof_is_of_a_look(workspace: Workspace) -> None:
    with pytest.raises(KnownError, match="vilket utseende"):
        make(TYPE, workspace.reading(), None, draft=False)
