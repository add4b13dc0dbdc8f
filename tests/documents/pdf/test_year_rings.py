"""The ring of a year on paper: within both standards, readable in grey, and as large as the page lets it be."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pypdf
import pytest

from itadmin.documents.content import Paper, Paragraph, YearRing
from itadmin.documents.pdf.render import render
from itadmin.documents.pdf.style import FRAME_BOTTOM, MM
from itadmin.domain.calculations.year_ring import Happening, Sign, YearPicture, ring_of

Maker = Callable[..., Paper]
TODAY = date(2026, 11, 22)
LEGEND = (*((sign, sign.value) for sign in Sign), *((level, f"nivå {level}") for level in range(6)))


def happening(month: int, days: int = 1, sign: Sign = Sign.DISC, level: int = 1, name: str = "Möte") -> Happening:
    first = date(2026, month, 1)
    return Happening(first, first + timedelta(days=days - 1), name, sign, level, f"{name}.")


def figure(*happenings: Happening, today: date = TODAY, legend: Any = ()) -> YearRing:
    ring = ring_of(2026, happenings, today)
    picture = YearPicture("Årshjul 2026", "Två möten.", ring, ("22 nov", "vecka 47"), legend, ("Dag",))
    return YearRing(picture, "Årets gång", "Två möten.")


def drawn(data: bytes) -> str:
    return "\n".join(page.get_contents().get_data().decode("latin-1") for page in pypdf.PdfReader(BytesIO(data)).pages)


def one(make_paper: Maker, *happenings: Happening, today: date = TODAY, legend: Any = ()) -> bytes:
    return render(make_paper(large=True, front=(figure(*happenings, today=today, legend=legend),), body=()))


def test_a_ring_keeps_both_standards(make_paper: Maker, assert_conforms: Callable[[bytes], None]) -> None:
    periods = [happening(2 * number, 30, level=number - 1, name=f"Uppföljning {number}") for number in range(1, 7)]
    days = [happening(4, sign=sign) for sign in Sign] + [happening(9)] * 12
    ring = figure(*periods, *days, legend=LEGEND)
    assert_conforms(render(make_paper(large=True, front=(ring, Paragraph("Efter")), body=())))


def test_caption_middle_and_legend_are_read(make_paper: Maker, page_texts: Callable[[bytes], list[str]]) -> None:
    (text,) = page_texts(one(make_paper, happening(3), legend=LEGEND))
    for words in ("Årets gång", "22 nov", "vecka 47", "diamond", "nivå\u00a05"):
        assert words in text


def test_the_letters_of_months_and_periods_are_all_there(make_paper: Maker) -> None:
    def letters(*happenings: Happening) -> int:
        return drawn(one(make_paper, *happenings)).count("> Tj ET")

    assert letters(happening(3, 30, name="Klassning")) == letters() + len("Klassning")


def test_each_sign_has_its_form_and_several_days_their_number(make_paper: Maker) -> None:
    def outlines(sign: Sign) -> str:
        found = re.findall(
            r"\S+ \S+ m (?:\S+ \S+ [lc] ?|\S+ \S+ \S+ \S+ \S+ \S+ c ?)+h f\*",
            drawn(one(make_paper, happening(3, sign=sign))),
        )
        return re.sub(r"[-\d.]+ ", "", found[-1])

    assert outlines(Sign.DISC) == "m c c c c h f*"
    assert outlines(Sign.TRIANGLE) == "m l l h f*"
    assert outlines(Sign.DIAMOND) == outlines(Sign.SQUARE) == "m l l l h f*"
    single, several = (drawn(one(make_paper, *[happening(3)] * number)) for number in (1, 3))
    assert several.count("> Tj ET") == single.count("> Tj ET") + 1


def test_what_is_no_sort_of_its_own_is_dashed(make_paper: Maker) -> None:
    dashed = [drawn(one(make_paper, happening(3, 30, level=level))).count("[2.4 1.8] 0 d") for level in range(3)]
    assert dashed == [1, 0, 0]


def test_today_is_drawn_in_its_year_only(make_paper: Maker) -> None:
    now, then = (drawn(one(make_paper, today=day)).count(" 1.4 w ") for day in (TODAY, date(2027, 1, 1)))
    assert (now, then) == (1, 0)


def test_the_figure_takes_the_width_of_the_page(make_paper: Maker) -> None:
    kids = pypdf.PdfReader(BytesIO(one(make_paper, happening(3)))).trailer["/Root"]["/StructTreeRoot"]["/K"]["/K"]
    (element,) = [kid.get_object() for kid in kids if kid.get_object()["/S"] == "/Figure"]
    left, bottom, right, _top = (float(side) for side in element["/A"]["/BBox"])
    assert bottom >= FRAME_BOTTOM
    assert (left, right) == pytest.approx((25 * MM, 272 * MM), abs=0.2)
    assert element["/Alt"] == "Två möten."


@pytest.mark.parametrize("days", [1, 7, 30, 400])
def test_hostile_names_do_no_harm(make_paper: Maker, assert_conforms: Callable[[bytes], None], days: int) -> None:
    hostile = "a\x00)>> <</JS\u202e\ufffe" + "W" * 900
    assert_conforms(one(make_paper, happening(3, days, name=hostile), legend=((1, hostile),)))
