import csv
import io
import json
from typing import Any, TextIO

import pytest

from itadmin.cli.output import Output, aligned, csv_cell
from itadmin.domain.problems import KnownError


def streams() -> tuple[io.BytesIO, io.BytesIO, Output]:
    """Streams of a poor locale, and the output over them."""
    out, error = io.BytesIO(), io.BytesIO()
    return out, error, Output(io.TextIOWrapper(out, "ascii"), io.TextIOWrapper(error, "ascii"))


def test_all_is_utf8_whatever_the_locale() -> None:
    out, error, output = streams()
    output.json({"namn": "Åmål – 5 %"})
    output.flush()
    output.remark("Räksmörgås \udcff")
    assert out.getvalue().decode() == '{\n  "namn": "Åmål – 5 %"\n}\n'
    assert "Räksmörgås" in error.getvalue().decode() or not error.getvalue()


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        ("", ""),
        ("Åmål", "Åmål"),
        (0, "0"),
        (True, "true"),
        (["Lifecare", "Ale"], "Lifecare, Ale"),
        ([], ""),
        ([{"months": 12, "taken": None}], '[{"months": 12, "taken": null}]'),
        ("=1+1", "'=1+1"),
        (" @SUM(A1)", "' @SUM(A1)"),
        ("-cmd", "'-cmd"),
        ("＝1", "'＝1"),
        ("-12,5", "-12,5"),
        ("+46", "+46"),
        ("2026-11-22", "2026-11-22"),
        (["=x", "y"], "'=x, y"),
    ],
)
def test_a_csv_cell_holds_a_value_and_no_formula(value: Any, cell: str) -> None:
    assert csv_cell(value) == cell


def test_csv_is_read_back_with_line_breaks_and_commas() -> None:
    out, _error, output = streams()
    output.csv([{"a": 'två\nrader, "citat"', "b": None}], ["a", "b"])
    output.flush()
    assert list(csv.reader(io.StringIO(out.getvalue().decode(), newline=""))) == [
        ["a", "b"],
        ['två\nrader, "citat"', ""],
    ]


def test_columns_are_as_wide_as_they_look() -> None:
    assert aligned([["Namn", "Läge"], ["e\u0301x\u0301 日本", "x"], ["", "y"]]) == [
        "Namn     Läge",
        "éx\u0301 日本  x",
        "         y",
    ]


def test_a_cell_is_one_short_line_without_control_characters() -> None:
    text = "rad\nrad\x1b[31m " + "x" * 100
    assert aligned([[text]], 40) == ["rad rad[31m " + "x" * 27 + "…"]
    assert aligned([[text]]) == ["rad rad[31m " + "x" * 100]


class FullDisk(io.StringIO):
    """A stream that takes nothing more."""

    def flush(self) -> None:
        raise OSError(28, "No space left on device")


def test_an_answer_that_cannot_be_written_is_told() -> None:
    full: TextIO = FullDisk()
    output = Output(full, io.StringIO())
    output.line("x")
    with pytest.raises(KnownError, match="Det gick inte att skriva ut svaret"):
        output.flush()


def test_json_is_one_value_and_nothing_else() -> None:
    out, _error, output = streams()
    output.json([])
    output.flush()
    assert json.loads(out.getvalue()) == []
