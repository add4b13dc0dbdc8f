"""What is loaded later is where it is said to be, and a list is shown without it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import itadmin
from itadmin.domain.registers import REGISTERS
from itadmin.ui.later import found_at, later
from itadmin.ui.panels import RECORD_WINDOWS, SPECIALS, special_of

SOURCES = sorted((Path(itadmin.__file__).parent / "ui").rglob("*.py"))
NAMED = re.compile(r'(?:later|found_at)\("([a-z_.]+:\w+)"\)|^_\w+ = "((?:ui|documents)\.[a-z_.]+:\w+)"', re.MULTILINE)
PLACES = sorted({one or other for path in SOURCES for one, other in NAMED.findall(path.read_text(encoding="utf-8"))})


def test_there_are_places_to_look_at() -> None:
    assert len(PLACES) > 20


@pytest.mark.parametrize("place", PLACES)
def test_what_is_loaded_later_is_there(place: str) -> None:
    assert callable(found_at(place))


def test_it_is_made_of_what_it_is_given() -> None:
    assert later("domain.text:fold")("ÅSA") == "asa"


def test_every_special_is_of_a_register_and_where_it_is_said_to_be() -> None:
    assert set(SPECIALS) <= set(REGISTERS)
    assert {key for name in SPECIALS for key in special_of(name).windows} == set(RECORD_WINDOWS)


def test_an_open_list_has_loaded_no_papers_no_reader_of_tables_no_start_page_and_no_window_beside() -> None:
    late = (
        "itadmin.documents.catalogue",
        "itadmin.services.tables.reading",
        "itadmin.ui.attention.page",
        "itadmin.ui.document.window",
        "itadmin.ui.wheel",
    )
    code = (
        f"import sys; sys.path[:] = {sys.path}; import itadmin.ui.opening; from itadmin.ui.panels import special_of;"
        f"special_of('systems'); print([name for name in {late} if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
