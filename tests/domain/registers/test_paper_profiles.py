"""What is asked of the look of papers: a colour that is one and can be read, one picture, and words for it."""

import pytest

from itadmin.domain.registers.paper_profiles import PaperProfile, check_accent, check_picture
from itadmin.domain.registers.record_rows import Attachment

DARKENED = "Färgen är för ljus för text på vitt papper. I handlingar görs den mörkare, till #867600."
PICTURE = Attachment(file_name="vapen.svg", purpose="logotyp", digest="a")
OTHER = Attachment(file_name="mall.docx", purpose="annat", digest="b")


@pytest.mark.parametrize(
    ("accent", "told"),
    [
        ("", []),
        ("#0F4C5C", []),
        ("#0f4c5c", []),
        ("#FFE000", [("anmarkning", DARKENED)]),
        ("röd", [("fel", "Skriv färgen som # och sex tecken 0–9 eller A–F, till exempel #0F4C5C.")]),
        ("#FFF", [("fel", "Skriv färgen som # och sex tecken 0–9 eller A–F, till exempel #0F4C5C.")]),
    ],
)
def test_a_colour_is_written_as_one_and_can_be_read(accent: str, told: list[tuple[str, str]]) -> None:
    found = list(check_accent(PaperProfile(accent=accent)))
    assert [(problem.severity, problem.text) for problem in found] == told
    assert {problem.field for problem in found} <= {"accent"}


@pytest.mark.parametrize(
    ("files", "alt", "fields"),
    [
        ((), "", []),
        ((OTHER,), "", []),
        ((PICTURE,), "Vapen", []),
        ((PICTURE, OTHER), "", ["logotype_alt"]),
        ((PICTURE, PICTURE), "Vapen", ["attachments"]),
    ],
)
def test_a_picture_is_told_in_words_and_there_is_one(
    files: tuple[Attachment, ...], alt: str, fields: list[str]
) -> None:
    found = list(check_picture(PaperProfile(attachments=files, logotype_alt=alt)))
    assert [problem.field for problem in found] == fields
    assert {problem.severity for problem in found} <= {"anmarkning"}
