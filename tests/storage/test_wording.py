"""Own words of a file are what its records are read and named by, as soon as they are written and when undone."""

from itadmin.domain.record import to_plain
from itadmin.domain.registers import REGISTERS
from itadmin.services.display import field_text
from itadmin.services.workspace import Workspace


def add_word(workspace: Workspace, values: str, code: str, name: str) -> None:
    workspace.records.add("value_words", {"value_list": values, "code": code, "name": name})


def test_a_record_called_by_a_word_is_called_anew_and_back_again(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "Lifecare"})
    owner = str(workspace.file.info.organisation)
    level = workspace.records.add("cooperation_levels", {"system": str(system), "municipality": owner, "level": "3"})
    reading = workspace.reading()
    assert reading.label("cooperation_levels", level) == "3 Samma applikation"
    add_word(workspace, "samverkansniva", "3", "3 Samma program")
    assert reading.label("cooperation_levels", level) == "3 Samma program"
    assert next(hit.record_id for hit in reading.find("samma program")) == level
    later = workspace.records.add("cooperation_levels", {"system": str(system), "municipality": owner, "level": "3"})
    assert reading.label("cooperation_levels", later) == "3 Samma program"
    for _step in range(2):
        workspace.undo.undo()
    assert reading.label("cooperation_levels", level) == "3 Samma applikation"


def test_values_are_read_by_the_files_words_and_a_code_without_one_is_kept(workspace: Workspace) -> None:
    add_word(workspace, "systemkategori", "1460.e_arkiv", "E-arkiv")
    system = workspace.records.add("systems", {"name": "Arkivet", "category": "1460.e_arkiv"})
    read = workspace.reading().one("systems", system)
    assert field_text(REGISTERS["systems"], read, "category") == "E-arkiv"
    (word,) = workspace.reading().keys("value_words")
    workspace.records.delete("value_words", [word])
    workspace.records.save("systems", system, {"product": "Arkivet 5"})
    read = workspace.reading().one("systems", system)
    assert to_plain(read.record)["category"] == "1460.e_arkiv"
    assert field_text(REGISTERS["systems"], read, "category") == "1460.e_arkiv"
