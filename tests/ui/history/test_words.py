"""Changes as they are written: short in a row, in full where there is room, never endless."""

from dataclasses import replace
from uuid import UUID

import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.services.change_words import Deed, ToldChange, ToldField
from itadmin.ui.history.words import DONE, TO_DO, in_full, summary


def told(*fields: ToldField, is_new: bool = False) -> ToldChange:
    return ToldChange(REGISTERS["systems"], UUID(int=1), "Lifecare", Deed.CHANGED, fields, is_new)


AREA = ToldField("area", "Område", "", "Omsorg")
ROWS = ToldField("signatories", "Undertecknas av", "A", "B", ("rad 1 ändrad: A → B", "rad 2 ny: C"))


@pytest.mark.parametrize(
    ("field", "is_new", "words"),
    [
        (AREA, False, "tomt  →  Omsorg"),
        (AREA, True, "Omsorg"),
        (ToldField("area", "Område", "Omsorg", ""), False, "Omsorg  →  tomt"),
        (ROWS, False, "rad 1 ändrad: A → B\nrad 2 ny: C"),
        (ROWS, True, "B"),
    ],
)
def test_a_field_in_full(field: ToldField, is_new: bool, words: str) -> None:
    assert in_full(field, is_new=is_new) == words


def test_very_many_rows_and_very_long_texts_end_somewhere() -> None:
    many = ToldField("x", "X", "", "", tuple(f"rad {number} ny: {'x' * 1000}" for number in range(1000)))
    lines = in_full(many).splitlines()
    assert lines[-1] == "… och 960 till"
    assert max(map(len, lines)) < 310
    assert len(in_full(ToldField("x", "X", "", "x" * 100_000), is_new=True)) < 1600


def test_a_record_in_one_line() -> None:
    long = ToldField("purpose", "Syfte", "Gammalt", "Nytt\nmed flera rader")
    assert summary(told(AREA, long)) == "Område: tomt → Omsorg · Syfte: Gammalt → Nytt med flera rader"
    assert summary(told(ROWS)) == "Undertecknas av: rad 1 ändrad: A → B; rad 2 ny: C"
    name = ToldField("name", "Namn", "", "Lifecare")
    assert summary(told(name, AREA, long, is_new=True)) == "Område: Omsorg · Syfte: Nytt med flera rader"
    gone = replace(told(ToldField("area", "Område", "Omsorg", "")), deed=Deed.UNMADE)
    assert summary(gone) == "Område: Omsorg"


def test_every_deed_has_its_word_before_and_after() -> None:
    assert set(DONE) == set(TO_DO) == set(Deed)
