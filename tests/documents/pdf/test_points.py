"""Lists on paper: what introduces each point, how deep it stands, and how it is read."""

import re
from collections.abc import Callable
from io import BytesIO

import pypdf
import pytest

from itadmin.documents.content import BulletList, Clause, Heading, Item, NumberedList, Paper, Paragraph
from itadmin.documents.pdf.points import letters, roman
from itadmin.documents.pdf.render import render

Check = Callable[[bytes], None]
Maker = Callable[..., Paper]
Spoken = Callable[[bytes], list[tuple[str, str]]]

DEEP = NumberedList(
    (
        "Beställ",
        Item("Pröva", ("ekonomi", Item("teknik", ("drift", "säkerhet"), numbered=True)), numbered=True),
        Item("Besluta", ("i nämnden", Item("i kommunerna", ("KF", "KS")))),
    )
)


def labels(data: bytes, read_aloud: Spoken) -> list[str]:
    return [text.strip() for path, text in read_aloud(data) if path.endswith("Lbl")]


@pytest.mark.parametrize(("number", "shown"), [(0, "0"), (1, "a"), (26, "z"), (27, "aa"), (28, "ab"), (703, "aaa")])
def test_letters_go_on_after_z(number: int, shown: str) -> None:
    assert letters(number) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [(0, "0"), (1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (99, "xcix"), (1994, "mcmxciv")]
)
def test_roman_numbers(number: int, shown: str) -> None:
    assert roman(number) == shown


def test_lists_within_each_other_are_numbered_each_in_its_way(make_paper: Maker, read_aloud: Spoken) -> None:
    found = labels(render(make_paper(body=(DEEP,))), read_aloud)
    assert found == ["1.", "2.", "a.", "b.", "i.", "ii.", "3.", "–", "–", "–", "–"]


def test_a_numbered_list_within_points_begins_with_figures(make_paper: Maker, read_aloud: Spoken) -> None:
    block = BulletList((Item("Steg", ("ett", Item("två", ("a",), numbered=True)), numbered=True),))
    assert labels(render(make_paper(body=(block,))), read_aloud) == ["–", "1.", "2.", "a."]


def test_a_list_may_go_on_from_a_number(make_paper: Maker, read_aloud: Spoken) -> None:
    blocks = (NumberedList(("ett",)), Paragraph("Emellan."), NumberedList(("två", "tre"), start=2))
    assert labels(render(make_paper(body=blocks)), read_aloud) == ["1.", "2.", "3."]


def test_the_structure_says_how_each_list_is_numbered(make_paper: Maker) -> None:
    reader = pypdf.PdfReader(BytesIO(render(make_paper(body=(DEEP,)))))
    everything = " ".join(str(reader.get_object(number)) for number in range(1, reader.trailer["/Size"] - 1))
    kinds = re.findall(r"'/ListNumbering': '/(\w+)'", everything)
    assert sorted(kinds) == ["Decimal", "LowerAlpha", "LowerRoman", "None", "None"]


def test_points_below_a_point_are_read_within_it(make_paper: Maker, read_aloud: Spoken) -> None:
    spoken = read_aloud(render(make_paper(body=(DEEP,))))
    inner = "L/LI/LBody/L/LI/LBody/L/LI/LBody/P"
    assert [text for path, text in spoken if path == inner] == ["drift", "säkerhet", "KF", "KS"]


def lefts(data: bytes) -> list[float]:
    """Where every paragraph of the first page begins."""
    content = pypdf.PdfReader(BytesIO(data)).pages[0].get_contents().get_data().decode("ascii")
    begin = r"/P <</MCID \d+>> BDC\n(?:[\d. ]+rg\n)?BT (?:/F\d+ [\d.]+ Tf )?([\d.]+) "
    return [float(left) for left in re.findall(begin, content)]


def test_texts_line_up_clear_of_the_widest_number(make_paper: Maker) -> None:
    few, many = (lefts(render(make_paper(body=(NumberedList(("punkt",) * count),)))) for count in (9, 100))
    assert len(set(few[-9:])) == len(set(many[-30:])) == 1
    assert many[-1] - few[-1] > 8


def test_a_very_deep_list_stays_on_the_sheet(make_paper: Maker, assert_conforms: Check) -> None:
    item: Item = Item("innerst")
    for depth in range(40):
        item = Item(f"nivå {depth}", (item,), numbered=depth % 2 == 0)
    data = render(make_paper(body=(Heading("Djup"), NumberedList((item,)))))
    assert_conforms(data)
    assert max(lefts(data)) < 230


def test_a_list_after_a_clause_is_read_within_it(make_paper: Maker, read_aloud: Spoken) -> None:
    data = render(make_paper(body=(Heading("A"), Clause("Gör så här:"), NumberedList(("först",)))))
    assert ("L/LI/LBody/L/LI/LBody/P", "först") in read_aloud(data)


def test_empty_lists_are_nothing(make_paper: Maker, assert_conforms: Check) -> None:
    assert_conforms(render(make_paper(body=(NumberedList(()), BulletList(()), NumberedList(("",))))))
