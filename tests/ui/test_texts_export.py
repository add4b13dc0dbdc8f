import pytest

from itadmin.ui import texts_export as texts
from itadmin.ui.widgets.prose import plain_text


def test_numbers_are_written_with_their_thousands_apart() -> None:
    assert texts.all_rows(12_345) == "Alla som listan visar (12\u00a0345)"
    assert texts.selected_rows(2) == "Bara de markerade (2)"
    assert texts.shown_columns(3) == "Listans kolumner (3)"
    assert texts.every_column(96) == "Alla uppgifter (96)"
    assert texts.tables_beside(0) == ""
    assert texts.tables_beside(1) == "Därtill 1 tabell, som får ett eget blad i Excel."
    assert texts.tables_beside(4) == "Därtill 4 tabeller, som får egna blad i Excel."


@pytest.mark.parametrize(
    ("labels", "told"),
    [(["A"], ": A. Pröva"), (["A", "B", "C"], ": A, B, C. Pröva"), (list("ABCDE"), ": A, B, C och 2 till.")],
)
def test_some_of_what_may_be_secret_is_named(labels: list[str], told: str) -> None:
    assert told in plain_text(texts.may_be_secret(labels))


def test_work_is_counted_once_it_is_known_how_much_there_is() -> None:
    assert texts.working(0, 0) == "Filen skrivs …"
    assert texts.working(500, 1_000) == "500 av 1\u00a0000 poster lästa …"


def test_what_did_not_fit_is_told() -> None:
    assert plain_text(texts.saved_in_part("a.xlsx", ["Ett för lång."])) == (
        "a.xlsx är sparad, men allt fick inte plats. Ett för lång."
    )
    assert plain_text(texts.saved_in_part("a.xlsx", ["Ett.", "Två.", "Tre."])).endswith("Ett. Likadant för 2 till.")
