from io import BytesIO

import pypdf
import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from itadmin.documents.pdf.embedding import FontUse
from itadmin.documents.pdf.file import PdfFile
from itadmin.documents.pdf.fonts import Face, FontSet, font_set


def embedded(face: Face, *texts: str) -> tuple[list[str], pypdf.generic.DictionaryObject]:
    file = PdfFile()
    use = FontUse(face, "/F1")
    codes = [use.encode(text) for text in texts]
    number = use.write(file)
    reader = pypdf.PdfReader(BytesIO(file.to_bytes(number, number)))
    return codes, reader.trailer["/Root"]


def test_faces_are_read_once() -> None:
    assert font_set() is font_set()


def test_widths_are_those_of_the_face(fonts: FontSet) -> None:
    assert fonts.sans.width("Aå ", 1000) == sum(fonts.sans.advances[c] for c in "Aå ")
    assert fonts.sans.width("1111", 10) == fonts.sans.width("2478", 10)
    assert fonts.sans.width("漢", 10) == fonts.sans.width(" ", 10)


def test_a_title_the_serif_cannot_set_is_set_in_the_sans(fonts: FontSet) -> None:
    assert fonts.face("heading", "Åmål") is fonts.heading
    assert fonts.face("heading", "Åmål □") is fonts.semibold
    assert fonts.face("sans") is fonts.sans
    assert fonts.face("sans", "rad ett\nrad två") is fonts.sans


def test_both_weights_of_the_sans_have_the_same_characters(fonts: FontSet) -> None:
    assert fonts.sans.glyphs.keys() == fonts.semibold.glyphs.keys()


@pytest.mark.parametrize("needed", ["åäöÅÄÖéüÉ", "§–−…→●○□½€·×≥≤", "”’»«"])
def test_the_sans_has_what_swedish_papers_need(fonts: FontSet, needed: str) -> None:
    assert fonts.sans.can_set(needed)


def test_characters_are_numbered_in_order_of_use_and_led_to_their_glyphs(fonts: FontSet) -> None:
    codes, font = embedded(fonts.sans, "ab a", "å\u00a0b")
    assert codes == ["0001000200030001", "000400050002"]
    descendant = font["/DescendantFonts"][0].get_object()
    assert descendant["/W"] == [1, [fonts.sans.advances[c] for c in "ab å\u00a0"]]
    subset = TTFontFile(BytesIO(descendant["/FontDescriptor"]["/FontFile2"].get_data()), charInfo=0)
    assert subset.numGlyphs >= 5
    glyphs = descendant["/CIDToGIDMap"].get_data()
    assert [int.from_bytes(glyphs[i : i + 2]) for i in range(0, len(glyphs), 2)] == [0, 1, 2, 3, 4, 3]


def test_a_space_and_a_held_space_are_copied_as_themselves(fonts: FontSet) -> None:
    _, font = embedded(fonts.sans, " \u00a0-\u00ad")
    mapping = font["/ToUnicode"].get_data().decode()
    assert "4 beginbfchar\n<0001> <0020>\n<0002> <00A0>\n<0003> <002D>\n<0004> <00AD>\nendbfchar" in mapping


def test_mappings_come_in_blocks_of_a_hundred(fonts: FontSet) -> None:
    characters = sorted(fonts.sans.glyphs)[40:290]
    _, font = embedded(fonts.sans, "".join(characters))
    mapping = font["/ToUnicode"].get_data().decode()
    assert [line for line in mapping.splitlines() if "beginbfchar" in line] == [
        "100 beginbfchar", "100 beginbfchar", "50 beginbfchar",
    ]  # fmt: skip
    assert "<0000>" not in mapping.replace("<0000> <FFFF>", "")


def test_a_character_the_face_lacks_is_drawn_as_a_stand_in(fonts: FontSet) -> None:
    (sans,), _ = embedded(fonts.sans, "□漢")
    (serif,), _ = embedded(fonts.heading, "?漢")
    assert sans == serif == "00010001"
