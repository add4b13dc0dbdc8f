import sys
from pathlib import Path

import pytest

from itadmin.assets import asset, asset_roots, find_asset


def test_the_programs_own_files_are_found() -> None:
    assert asset("resources", "colour", "sRGB2014.icc").read_bytes()[36:40] == b"acsp"
    assert asset("resources", "fonts").is_dir()


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"resources/saknas\.txt"):
        asset("resources", "saknas.txt")


def lay(folder: Path) -> Path:
    (folder / "ui").mkdir(parents=True)
    return folder / "ui"


@pytest.mark.parametrize("place", ["site/itadmin/_assets", "."])
def test_they_lie_in_the_package_or_at_the_top_of_the_source_tree(tmp_path: Path, place: str) -> None:
    package = tmp_path / ("site/itadmin" if place != "." else "src/itadmin")
    laid = lay(tmp_path / place)
    assert find_asset(asset_roots(package, None), ("ui",)) == laid


@pytest.mark.parametrize("place", ["bundle/itadmin/_assets", "bundle"])
def test_a_frozen_program_has_them_in_its_bundle(tmp_path: Path, place: str) -> None:
    laid = lay(tmp_path / place)
    assert find_asset(asset_roots(tmp_path / "elsewhere" / "itadmin", tmp_path / "bundle"), ("ui",)) == laid


def test_a_frozen_program_is_recognised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid = lay(tmp_path / "itadmin" / "_assets")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert asset("ui") == laid
