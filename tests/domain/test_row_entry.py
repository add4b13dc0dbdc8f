"""Rows written as JSON."""

import json
import re
from dataclasses import dataclass
from typing import Annotated, Any

import pytest

from itadmin.domain.fields import OPEN, Choice, Day, Money, Percent, Rows, Text, Whole, YesNo
from itadmin.domain.row_entry import UnknownRowFieldError, rows_from_json


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row with a field of every kind that rows have."""

    months: Annotated[int | None, Whole("Månader", OPEN, maximum=1200)] = None
    day: Annotated[str | None, Day("Dag", OPEN)] = None
    taken: Annotated[bool | None, YesNo("Utnyttjad", OPEN)] = None
    amount: Annotated[int | None, Money("Belopp", OPEN)] = None
    share: Annotated[int | None, Percent("Andel", OPEN)] = None
    kind: Annotated[str, Choice("Prioritet", OPEN, values="prioritet")] = ""
    note: Annotated[str, Text("Text", OPEN)] = ""


ROWS = Rows("Rader", OPEN, row=Line)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("  ", []),
        ("[]", []),
        ('[{"months": 12, "day": "2026-06-30", "taken": true}]', [{"months": 12, "day": "2026-06-30", "taken": True}]),
        (
            '[{"months": "12", "day": "30 juni 2026", "taken": "nej"}]',
            [{"months": 12, "day": "2026-06-30", "taken": False}],
        ),
        ('[{"months": null}, {}]', [{"months": None}, {}]),
        ('[{"amount": 123456, "share": 9950}]', [{"amount": 123456, "share": 9950}]),
        ('[{"amount": "1 234,56 kr", "share": "99,5 %"}]', [{"amount": 123456, "share": 9950}]),
        ('[{"kind": "1", "kind_label": "P1 Kritisk"}]', [{"kind": "1"}]),
        ('[{"kind": "P1 Kritisk", "note": "Å"}]', [{"kind": "1", "note": "Å"}]),
    ],
)
def test_rows_are_read(text: str, rows: list[dict[str, Any]]) -> None:
    assert rows_from_json(ROWS, text) == rows


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("12 mån", 'Skriv rader som en JSON-lista, till exempel [{"months": …}].'),
        ('{"months": 1}', 'Skriv rader som en JSON-lista, till exempel [{"months": …}].'),
        ("[1]", 'Skriv rader som en JSON-lista, till exempel [{"months": …}].'),
        ("[" * 100_000, 'Skriv rader som en JSON-lista, till exempel [{"months": …}].'),
        ('[{}, {"months": "tolv"}]', "rad 2, Månader: Skriv ett helt tal, till exempel 120."),
        ('[{"months": [1]}]', "rad 1, Månader: Skriv värdet som text."),
        ('[{"share": 10000000000}]', "rad 1, Andel: Procentsatsen är orimligt stor."),
    ],
)
def test_what_is_no_rows_is_refused_in_swedish(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        rows_from_json(ROWS, text)


def test_a_field_that_rows_do_not_have_is_told_with_those_they_have() -> None:
    with pytest.raises(UnknownRowFieldError) as refused:
        rows_from_json(ROWS, json.dumps([{"month": 1}]))
    assert str(refused.value).startswith("Fältet month finns inte i rad 1. Fälten är: months, day, taken,")
    with pytest.raises(UnknownRowFieldError, match=r"x{60}… finns"):
        rows_from_json(ROWS, json.dumps([{"x" * 1000: 1}]))
