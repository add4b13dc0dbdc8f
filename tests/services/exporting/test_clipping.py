"""What the clipboard gets: a table that a spreadsheet reads as it is."""

import csv
import io
from html.parser import HTMLParser
from uuid import UUID

import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.services.exporting.clipping import clipping
from itadmin.services.workspace import Workspace

SYSTEMS = REGISTERS["systems"]
FIELDS = ("name", "lifecycle", "user_count", "annual_cost", "personal_data", "purpose", "system_owner")


class Cells(HTMLParser):
    """The cells of a table, row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        elif tag == "br":
            self.rows[-1][-1] += "\n"

    def handle_data(self, data: str) -> None:
        self.rows[-1][-1] += data


def text_rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))


def html_rows(html: str) -> list[list[str]]:
    parser = Cells()
    parser.feed(html)
    return parser.rows


@pytest.fixture
def system(workspace: Workspace) -> UUID:
    return workspace.records.add(
        "systems",
        {
            "name": "Lifecare & <Omsorg>",
            "lifecycle": "i_drift",
            "user_count": 1200,
            "annual_cost": 5_000_050,
            "personal_data": True,
            "purpose": 'Rad ett\n"två"\tslut',
            "system_owner": {"function": "Socialchef"},
        },
    )


def test_both_forms_hold_the_same_table_and_numbers_are_numbers(workspace: Workspace, system: UUID) -> None:
    reads = workspace.reading().many("systems", [system]).values()
    made = clipping(SYSTEMS, reads, FIELDS)
    headings = ["Namn", "Läge", "Antal användare", "Kostnad", "Behandlar personuppgifter", "Syfte", "Systemägare"]
    row = ["Lifecare & <Omsorg>", "I drift", "1200", "50000,50", "Ja", 'Rad ett\n"två" slut', "Socialchef"]
    assert text_rows(made.text)[0] == html_rows(made.html)[0] == headings
    assert [cell.replace("\t", " ") for cell in text_rows(made.text)[1]] == row
    assert [cell.replace("\t", " ") for cell in html_rows(made.html)[1]] == row


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+46 70", "-cmd|' /C calc'!A0", "＝1"])
def test_text_is_never_a_formula(workspace: Workspace, text: str) -> None:
    record_id = workspace.records.add("systems", {"name": text})
    made = clipping(SYSTEMS, workspace.reading().many("systems", [record_id]).values(), ("name",))
    assert text_rows(made.text)[1] == html_rows(made.html)[1] == [f"'{text}"]
    assert "mso-number-format" in made.html


def test_no_records_are_a_row_of_headings(workspace: Workspace) -> None:
    assert clipping(SYSTEMS, [], ("name", "area")).text == "Namn\tOmråde\r\n"
