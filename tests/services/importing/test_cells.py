"""What a cell means for a field."""

from datetime import date
from typing import Any

import pytest

from itadmin.domain.fields import (
    LOCAL,
    ApproximateDay,
    Choice,
    Day,
    Field,
    LongText,
    Money,
    Percent,
    Text,
    Whole,
    YesNo,
)
from itadmin.domain.registers import REGISTERS
from itadmin.domain.values import LISTS, code_from
from itadmin.services.importing.cells import plain_from_cell, usual_words
from itadmin.services.tables.table import Cell, Fault, Formula, Moment

DAY = Day("Dag", LOCAL)
ABOUT = ApproximateDay("Ungefär", LOCAL)
MONEY = Money("Belopp", LOCAL)
PERCENT = Percent("Procent", LOCAL)
WHOLE = Whole("Antal", LOCAL)
MONTHS = Whole("Månader", LOCAL, unit="månader")
HOURS = Whole("Timmar", LOCAL, unit="timmar")
TRUTH = YesNo("Ja eller nej", LOCAL)
NAME = Text("Namn", LOCAL)
PHONE = Text("Telefon", LOCAL, form="phone")
CODE = Text("Kommunkod", LOCAL, form="municipality_code")
NUMBER = Text("Organisationsnummer", LOCAL, form="organisation_number")
NOTE = LongText("Anteckning", LOCAL)


def choice(values: str) -> Choice:
    return Choice("Val", LOCAL, values=values)


@pytest.mark.parametrize(
    ("field", "cell", "plain"),
    [
        (DAY, Moment(date(2019, 3, 14)), "2019-03-14"),
        (DAY, Moment(date(2019, 3, 1), 7), "2019-03-01"),
        (DAY, "14 mars 2019", "2019-03-14"),
        (DAY, 45000, "2023-03-15"),
        (DAY, "45000", "2023-03-15"),
        (DAY, 20190314, "2019-03-14"),
        (ABOUT, 2019, "2019"),
        (ABOUT, "mars 2019", "2019-03"),
        (ABOUT, Moment(date(2019, 3, 14)), "2019-03-14"),
        (ABOUT, Moment(date(2019, 3, 1), 7), "2019-03"),
        (ABOUT, Moment(date(2019, 1, 1), 4), "2019"),
        (MONEY, 148000, 14800000),
        (MONEY, 1234.56, 123456),
        (MONEY, 0.1 + 0.2, 30),
        (MONEY, "412 tkr", 41200000),
        (MONEY, "-", None),
        (PERCENT, "99,5 %", 9950),
        (PERCENT, 99.5, 9950),
        (WHOLE, 40, 40),
        (WHOLE, 40.0, 40),
        (WHOLE, "1 200 st", 1200),
        (WHOLE, "–", None),
        (WHOLE, "  -  ", None),
        (WHOLE, "\u00a0", None),
        (MONTHS, "3 mån", 3),
        (MONTHS, "2 år", 24),
        (MONTHS, 6, 6),
        (HOURS, "2 dygn", 48),
        (TRUTH, True, True),
        (TRUTH, "Nej", False),
        (TRUTH, "x", True),
        (TRUTH, 1, True),
        (TRUTH, "vet ej", None),
        (NAME, 2019, "2019"),
        (NAME, 8.1, "8,1"),
        (NAME, "  Lifecare\n ", "Lifecare"),
        (NAME, Formula("=A1&B1"), "=A1&B1"),
        (NAME, "=cmd|'/C calc'!A0", "=cmd|'/C calc'!A0"),
        (NAME, "-", "-"),
        (NAME, Moment(date(2019, 3, 1), 7), "2019-03"),
        (NOTE, "en\r\ntvå", "en\ntvå"),
        (PHONE, 701234567.0, "0701234567"),
        (PHONE, 53152600, "053152600"),
        (PHONE, 46701234567, "+46701234567"),
        (PHONE, "0531-52 60 00", "0531-52 60 00"),
        (PHONE, 112, "112"),
        (CODE, 180, "0180"),
        (CODE, 1460, "1460"),
        (NUMBER, 2120001843.0, "2120001843"),
        (choice("krt_niva"), 3, "3"),
        (choice("krt_niva"), "K3", "3"),
        (choice("krt_niva"), "Betydande skada", "2"),
        (choice("livscykel"), "Drift", "i_drift"),
        (choice("livscykel"), "I drift", "i_drift"),
        (choice("livscykel"), "Under inf", "inforande"),
        (choice("pub_status"), True, "ja"),
        (choice("pub_status"), "Nej", "nej"),
        (choice("pub_status"), "På gång", "under_framtagande"),
        (choice("driftform"), "Molntjänst", "saas"),
        (DAY, None, None),
    ],
)
def test_what_a_cell_means(field: Field, cell: Cell, plain: Any) -> None:
    assert plain_from_cell(field, cell) == plain


@pytest.mark.parametrize(
    ("field", "cell", "sentence"),
    [
        (DAY, "förra året", "Det går inte att läsa som en dag"),
        (DAY, 2019, "dag"),
        (ABOUT, 3.5, "dag"),
        (MONEY, "dyrt", "belopp"),
        (MONEY, Formula("=B2*12"), "Cellen är en formel. Klistra in den som värde i Excel."),
        (WHOLE, "ca 40", "helt tal"),
        (WHOLE, 1.5, "helt tal"),
        (WHOLE, "3 äpplen", "helt tal"),
        (TRUTH, "kanske", "Skriv ja eller nej."),
        (TRUTH, Formula("=A1"), "formel"),
        (choice("krt_niva"), 7, "finns inte att välja"),
        (choice("krt_niva"), "skada", "finns inte att välja"),
        (NUMBER, "556000-0000", "Kontrollsiffran"),
        (NAME, Fault("#N/A"), "Cellen visar felet #N/A. Rätta den i Excel."),
        (DAY, Fault("#VALUE!"), "#VALUE!"),
    ],
)
def test_what_cannot_be_read_says_why(field: Field, cell: Cell, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        plain_from_cell(field, cell)


@pytest.mark.parametrize("values", LISTS)
def test_usual_words_mean_codes_there_are_and_contradict_none(values: str) -> None:
    words = usual_words(values)
    assert set(words) <= set(LISTS[values])
    every = [word for each in words.values() for word in each]
    assert len(every) == len(set(every))
    for code, each in words.items():
        assert all(code_from(values, word) in (None, code) for word in each)


def test_a_cell_of_rows_is_a_json_list() -> None:
    rows = REGISTERS["agreements"].fields["options"]
    assert plain_from_cell(rows, ' [{"months": "24", "taken": true}] ') == [{"months": 24, "taken": True}]
    assert plain_from_cell(rows, "–") is None
    with pytest.raises(ValueError, match="Skriv rader som en JSON-lista"):
        plain_from_cell(rows, 24)
