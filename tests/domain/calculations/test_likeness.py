"""What speaks for two being the same and what speaks against it."""

import pytest

from itadmin.domain.calculations.likeness import AGAINST, LEAST, Facts, NameSign, Sign, same_name, signs, worth

NOTHING = Facts("", frozenset(), "", "")
TIETO = Facts("lifecare", frozenset({"tieto"}), "omsorg.journal", "Omsorg")


@pytest.mark.parametrize(
    ("other", "besides"),
    [
        (NOTHING, ()),
        (Facts("", frozenset({"tieto", "cgi"}), "", ""), ("leverantor",)),
        (Facts("", frozenset({"cgi"}), "", ""), ("annan_leverantor",)),
        (Facts("", frozenset(), "omsorg.journal", "Omsorg"), ("slag", "omrade")),
        (Facts("", frozenset(), "omsorg.larm", "Skola"), ("annat_slag",)),
        (Facts("treserva", frozenset(), "", ""), ("annan_produkt",)),
        (Facts("lifecare", frozenset(), "", ""), ()),
    ],
)
def test_what_tells_of_two_beside_their_names(other: Facts, besides: tuple[Sign, ...]) -> None:
    assert signs(TIETO, other, "namn") == ("namn", *besides)
    assert signs(other, TIETO, "namn") == ("namn", *besides)


def test_that_a_kommun_would_have_two_speaks_against() -> None:
    found = signs(NOTHING, NOTHING, "namn", several=True)
    assert found == ("namn", "flera_har")
    assert worth(found) < worth(("namn",))
    assert "flera_har" in AGAINST


@pytest.mark.parametrize(
    ("sign", "other", "alike", "asked"),
    [
        ("namn", NOTHING, 100, True),
        ("namn", Facts("treserva", frozenset({"cgi"}), "", ""), 100, False),
        ("andra_namn", Facts("", frozenset({"cgi"}), "", ""), 100, True),
        ("stavning", NOTHING, 94, True),
        ("stavning", NOTHING, 84, False),
        ("stavning", Facts("", frozenset({"tieto"}), "", ""), 80, True),
        ("del_av_namn", NOTHING, 100, False),
        ("del_av_namn", Facts("", frozenset({"tieto"}), "", ""), 100, True),
        ("del_av_namn", Facts("", frozenset({"tieto"}), "omsorg.larm", ""), 100, False),
        ("samma_slag_och_leverantor", Facts("", frozenset({"tieto"}), "omsorg.journal", ""), 100, True),
        ("samma_slag_och_leverantor", Facts("x", frozenset({"tieto"}), "omsorg.journal", ""), 100, False),
    ],
)
def test_what_is_worth_asking(sign: NameSign, other: Facts, alike: float, *, asked: bool) -> None:
    assert (worth(signs(TIETO, other, sign), alike) >= LEAST) is asked


def test_a_product_says_more_than_a_name_and_a_name_more_than_other_names() -> None:
    in_order = [same_name("produkt", "namn"), same_name("namn", "namn"), same_name("andra_namn", "produkt"), "stavning"]
    assert in_order == ["produkt", "namn", "andra_namn", "stavning"]
    assert [worth((sign,)) for sign in in_order] == sorted((worth((sign,)) for sign in in_order), reverse=True)
