"""Who supplies a system and which product it is, told alike in the files of several kommuner."""

import pytest

from itadmin.domain.calculations.products import Supplier, makers, product_keys


@pytest.mark.parametrize(
    ("suppliers", "alike"),
    [
        ([("5560010000", "Tietoevry AB"), ("5560010000", "Tieto Evry Sweden")], True),
        ([("5560010000", "Tietoevry"), ("5560010018", "Tietoevry")], False),
        ([("", "Tietoevry AB"), ("", "Tieto Evry")], True),
        ([("", "Tietoevry AB"), ("5560010000", "Tietoevry")], True),
        ([("", "Tietoevry"), ("5560010000", "CGI")], False),
    ],
    ids=["number", "other-number", "name", "name-has-number", "other-name"],
)
def test_suppliers_are_told_by_number_then_by_name(suppliers: list[tuple[str, str]], *, alike: bool) -> None:
    found = makers([Supplier(bytes([place]), number, name) for place, (number, name) in enumerate(suppliers)])
    assert (found[b"\x00"] == found[b"\x01"]) is alike


def test_a_name_that_two_have_says_nothing_of_a_number() -> None:
    suppliers = [(b"1", "5560010000", "Tietoevry"), (b"2", "5560010018", "Tietoevry"), (b"3", "", "Tietoevry")]
    found = makers([Supplier(*each) for each in suppliers])
    assert len(set(found.values())) == 3


@pytest.mark.parametrize(
    ("kind", "product", "maker", "number"),
    [("k", "p", "m", 2), ("k", "p", "", 1), ("", "p", "m", 1), ("", "p", "", 0), ("k", "", "m", 0)],
)
def test_a_product_needs_a_name_and_its_kind_or_its_maker(kind: str, product: str, maker: str, number: int) -> None:
    assert len(list(product_keys(kind, product, maker))) == number
