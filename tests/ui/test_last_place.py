"""Where one was in a file is remembered for that file, and whether to open there is a choice."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QSettings

from itadmin.ui.last_place import LastPlace, open_where_left, opens_where_left
from itadmin.ui.trail import Place


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.mark.parametrize("place", [Place("start"), Place("systems", UUID(int=7))])
def test_the_place_of_a_file_is_kept_for_that_file(settings: QSettings, tmp_path: Path, place: Place) -> None:
    LastPlace(settings, tmp_path / "a.itadmin").keep(place)
    assert LastPlace(settings, tmp_path / "a.itadmin").value() == place
    assert LastPlace(settings, tmp_path / "b.itadmin").value() is None


@pytest.mark.parametrize("kept", [None, "systems", ["a"], ["{path}", "systems", "inget id"]])
def test_what_cannot_be_read_is_no_place(settings: QSettings, tmp_path: Path, kept: object) -> None:
    path = tmp_path / "a.itadmin"
    if isinstance(kept, list):
        kept = [str(each).replace("{path}", str(path)) for each in kept]
    settings.setValue("place/last", kept)
    assert LastPlace(settings, path).value() is None


def test_a_file_opens_on_the_start_page_until_something_else_is_chosen(settings: QSettings) -> None:
    assert not opens_where_left(settings)
    open_where_left(settings, chosen=True)
    assert opens_where_left(settings)
    open_where_left(settings, chosen=False)
    assert not opens_where_left(settings)
