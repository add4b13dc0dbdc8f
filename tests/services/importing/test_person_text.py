"""Who a cell means: a person or a function, by how it is written."""

import pytest

from itadmin.services.importing.person_text import Function, Person, is_nobody, read_person


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna Ek", Person("Anna Ek")),
        ("Lars-Åke Öst", Person("Lars-Åke Öst")),
        ("Ek, Anna", Person("Anna Ek")),
        ("Ek, Anna Maria", Person("Anna Maria Ek")),
        ("Ek, Anna <anna.ek@x.se>", Person("Anna Ek", "anna.ek@x.se")),
        ("Carl af Ugglas", Person("Carl af Ugglas")),
        ("Anna E. Ek", Person("Anna E. Ek")),
        ("Kim Enhetz", Person("Kim Enhetz")),
        ("Anna Ek <anna.ek@x.se>", Person("Anna Ek", "anna.ek@x.se")),
        ("Anna Ek (anna.ek@x.se)", Person("Anna Ek", "anna.ek@x.se")),
        ("Anna Ek, anna@x.se, 0531-52 60 00", Person("Anna Ek", "anna@x.se", "0531-52 60 00")),
        ("anna.ek@x.se", Person("Anna Ek", "anna.ek@x.se")),
        ("Socialchef Anna Ek", Person("Anna Ek", title="Socialchef")),
        ("Anna Ek (IT-chef)", Person("Anna Ek", title="IT-chef")),
        ("Anna Ek, IT-chef", Person("Anna Ek", title="IT-chef")),
        ("Systemförvaltare: Anna Ek", Person("Anna Ek", title="Systemförvaltare")),
        ("Socialchef", Function("Socialchef")),
        ("IT-chefen", Function("IT-chefen")),
        ("IT-enheten Bengtsfors", Function("IT-enheten Bengtsfors")),
        ("Chef vård och omsorg", Function("Chef vård och omsorg")),
        ("Ekonomi", Function("Ekonomi")),
        ("Chef Vård Omsorg", Function("Chef Vård Omsorg")),
        ("Servicedesk <sd@x.se>", Function("Servicedesk", "sd@x.se")),
        ("Förvaltningschef (vakant)", Function("Förvaltningschef")),
    ],
)
def test_names_are_told_from_titles(text: str, who: Person | Function) -> None:
    assert read_person(text) == who


@pytest.mark.parametrize(
    "text", ["Anna", "anna ek", "it-support@x.se", "Vakant", "???", "Ok", "12", "Anna Ek Bo Alm Eva"]
)
def test_too_little_evidence_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="Skriv för- och efternamn"):
        read_person(text)


@pytest.mark.parametrize("text", ["Anna Ek / Bo Alm", "Anna Ek, Bo Alm", "Anna Ek och Bo Alm", "a.b@x.se; c.d@x.se"])
def test_more_than_one_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="Ange en person"):
        read_person(text)


def test_nobody_is_nobody() -> None:
    assert is_nobody(" Vakant ")
    assert not is_nobody("Anna Ek")


@pytest.mark.parametrize("text", ["a" * 300_000, "a" + " " * 300_000, "x@" * 150_000])
def test_a_long_text_names_nobody_and_costs_nothing(text: str) -> None:
    with pytest.raises(ValueError, match="för lång"):
        read_person(text)
