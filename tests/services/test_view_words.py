"""Saved views in the history: in words, whatever was changed of them and however old they are."""

from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.filters import Condition
from itadmin.domain.views import ListView
from itadmin.services.change_words import Teller
from itadmin.services.views import Views
from itadmin.services.workspace import Workspace

KEY = UUID(int=7)
VIEW = ListView("Skolans", (Condition("lifecycle", "one_of", ("i_drift", None)),), ("utan_klassning",))


def told(workspace: Workspace, changes: ChangeSet) -> dict[str, tuple[str, str]]:
    (change,) = Teller(workspace.reading()).tell(changes.changes)
    return {field.label: (field.old, field.new) for field in change.fields}


def test_a_new_view_says_of_what_and_what_it_shows(workspace: Workspace) -> None:
    Views(workspace).save("systems", VIEW)
    assert told(workspace, workspace.undo.undo_changes().inverse("Åter")) == {
        "Namn": ("", "Skolans"),
        "Register": ("", "System"),
        "Innehåll": ("", "Visar: läge I drift eller inget värde · utan klassning"),
    }


def test_a_changed_view_is_told_though_only_what_it_shows_was_changed(workspace: Workspace) -> None:
    views = Views(workspace)
    key = UUID(views.save("systems", VIEW))
    supplier = workspace.records.add("organisations", {"name": "Exempelbolaget AB"})
    condition = Condition("supplier", "one_of", (str(supplier),))
    changed = views.change(key, ListView("", (condition,), (), ("name", "supplier"), "supplier", descending=True))
    assert told(workspace, changed)["Innehåll"] == (
        "Visar: läge I drift eller inget värde · utan klassning",
        "Visar: leverantör Exempelbolaget AB\nKolumner: Namn, Leverantör\nOrdning: Leverantör, fallande",
    )
    assert told(workspace, views.change(key, ListView()))["Innehåll"][1] == "Visar: alla poster"


def test_what_is_not_known_is_told_as_it_stands(workspace: Workspace) -> None:
    unknown = Change("saved_views", KEY, None, {"name": "Vy", "register": "gone", "definition": "{}"})
    assert told(workspace, ChangeSet("", (unknown,)))["Register"] == ("", "gone")
    assert told(workspace, ChangeSet("", (unknown,)))["Innehåll"] == ("", "{}")
    lost = Change("saved_views", KEY, {"definition": "{}"}, {"definition": "[]"})
    assert told(workspace, ChangeSet("", (lost,))) == {"Innehåll": ("{}", "[]")}
