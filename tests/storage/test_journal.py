"""Which step undo and redo take, worked out from the journal alone."""

import pytest
from sqlalchemy import insert, text, update

from itadmin.services.workspace import Workspace
from itadmin.storage import journal
from itadmin.storage.file import DamagedError
from itadmin.storage.tables import JOURNAL, STEPS


def write(workspace: Workspace, story: str) -> None:
    """Steps as words: "s" a step, "u3" an undo of step 3, "r3" a redo of it, "m" a migration."""
    kinds = {"s": "step", "u": "undo", "r": "redo", "m": "migration"}
    with workspace.file.writing() as connection:
        for word in story.split():
            values = {"at": "", "who": "", "title": word, "kind": kinds[word[0]], "target": int(word[1:] or 0) or None}
            connection.execute(insert(STEPS).values(id=workspace.around.new_id(), **values))


@pytest.mark.parametrize(
    ("story", "undo", "redo"),
    [
        ("", None, None),
        ("s", 1, None),
        ("s s", 2, None),
        ("s u1", None, 1),
        ("s s u2", 1, 2),
        ("s s u2 u1", None, 1),
        ("s s u2 u1 r1", 1, 2),
        ("s s u2 u1 r1 r2", 2, None),
        ("s u1 r1", 1, None),
        ("s u1 r1 u1", None, 1),
        ("s u1 s", 3, None),
        ("s s u2 s", 4, None),
        ("s s u2 s u4", 1, 4),
        ("s s u2 s u4 u1", None, 1),
        ("s s u2 s u4 u1 r1 r4", 4, None),
        ("s m", None, None),
        ("s m s", 3, None),
        ("s m s u3", None, 3),
        ("s u1 m", None, None),
    ],
)
def test_undo_goes_back_and_redo_forth_until_something_new(
    workspace: Workspace, story: str, undo: int | None, redo: int | None
) -> None:
    write(workspace, story)
    with workspace.file.reading() as connection:
        assert (journal.step_to_undo(connection), journal.step_to_redo(connection)) == (undo, redo)


def test_a_step_can_be_read_again_as_it_was_made(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "Åtta", "aliases": "a"})
    changes = workspace.records.save("systems", system, {"name": "Nio", "aliases": None})
    with workspace.file.reading() as connection:
        assert journal.changes_of(connection, 2) == changes


def test_history_is_newest_first_and_later_changes_can_be_told(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "Ett"})
    workspace.records.add("systems", {"name": "Annat"})
    workspace.records.save("systems", system, {"name": "Två"})
    with workspace.file.reading() as connection:
        history = journal.history(connection, system)
        later = list(journal.changes_after(connection, 1))
    assert [(entry.step.number, entry.change.after and entry.change.after["name"]) for entry in history] == [
        (3, "Två"),
        (1, "Ett"),
    ]
    assert [change.after and change.after["name"] for change in later] == ["Två", "Annat"]


@pytest.mark.parametrize("broken", [{"after": "{"}, {"after": "[1]"}, {"register": "systemt"}, {"before": "\x00"}])
def test_a_broken_journal_is_damage(workspace: Workspace, broken: dict[str, str]) -> None:
    system = workspace.records.add("systems", {"name": "Ett"})
    with workspace.file.writing() as connection:
        connection.execute(update(JOURNAL).values(**broken))
    with pytest.raises(DamagedError):
        workspace.reading().history(system)
    with pytest.raises(DamagedError):
        workspace.undo.undo()


def test_nothing_in_the_journal_is_ever_changed_or_removed(workspace: Workspace) -> None:
    def lines() -> list[tuple[object, ...]]:
        with workspace.file.reading() as connection:
            query = "SELECT s.*, j.* FROM steps s LEFT JOIN journal j ON j.step = s.pk ORDER BY s.pk, j.pk"
            return [tuple(row) for row in connection.execute(text(query))]

    system = workspace.records.add("systems", {"name": "Ett"})
    moves = [
        lambda: workspace.records.save("systems", system, {"name": "Två"}),
        lambda: workspace.records.delete("systems", [system]),
        lambda: workspace.records.restore("systems", [system]),
        lambda: workspace.records.copy("systems", system),
        workspace.undo.undo,
        workspace.undo.redo,
        workspace.undo.undo,
        workspace.undo.undo,
        lambda: workspace.records.add("people", {"name": "Ny"}),
    ]
    before = lines()
    for move in moves:
        move()
        after = lines()
        assert after[: len(before)] == before
        assert len(after) > len(before)
        before = after
