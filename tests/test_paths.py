"""Proposals for where things lie."""

from pathlib import Path

import pytest

from itadmin import paths


def test_a_register_is_proposed_in_the_users_documents(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paths, "user_documents_path", lambda: tmp_path)
    assert paths.proposed_register("Åmåls kommun") == tmp_path / "itadmin" / "Åmåls kommun.itadmin"


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    for name in ("Melleruds kommun", "Melleruds kommun 2"):
        (tmp_path / f"{name}.itadmin").touch()
    assert paths.proposed_register("Melleruds kommun", tmp_path).name == "Melleruds kommun 3.itadmin"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("../../etc/passwd", "-..-etc-passwd"),
        ('A/B\\C:D*E?F"G<H>I|J', "A-B-C-D-E-F-G-H-I-J"),
        ("rad\nbryt\x00", "rad-bryt-"),
        ("  . ", "Register"),
        ("", "Register"),
        ("x" * 300, "x" * 80),
    ],
)
def test_a_name_never_leads_out_of_the_folder(name: str, stem: str, tmp_path: Path) -> None:
    proposed = paths.proposed_register(name, tmp_path)
    assert proposed.parent == tmp_path
    assert proposed.name == f"{stem}.itadmin"


def test_the_programs_own_folders_are_its_own() -> None:
    folders = {paths.sample_folder(), paths.log_folder(), paths.print_folder()}
    assert len(folders) == 3
    assert all("itadmin" in str(folder) for folder in folders)
