"""Modules are imported without their sources being read."""

import linecache
import sys
from importlib import import_module
from pathlib import Path

import pytest

from itadmin.ui.plain_imports import read_no_sources


def test_the_source_of_what_is_imported_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner, outer = tmp_path / "inner_without_source.py", tmp_path / "outer_without_source.py"
    inner.write_text("from PySide6.QtCore import QPoint\n\nPLACE = QPoint(1, 2)\n", encoding="utf-8")
    outer.write_text("import inner_without_source\n\nPLACE = inner_without_source.PLACE\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    read_no_sources()
    assert import_module(outer.stem).PLACE.toTuple() == (1, 2)
    assert str(inner) not in linecache.cache


@pytest.mark.parametrize("how", ["is not there", "asks in another way"])
def test_another_pyside_is_left_alone(monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    monkeypatch.setitem(sys.modules, "shibokensupport.feature", sys)
    if how == "is not there":
        monkeypatch.delitem(sys.modules, "shibokensupport.feature")
    before = set(vars(sys))
    read_no_sources()
    assert set(vars(sys)) == before
