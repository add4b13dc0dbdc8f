"""Swedish order, search, cleaning and file names, on ordinary words and on hostile ones."""

import sqlite3
import unicodedata
from collections.abc import Callable
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.text import (
    clean_line,
    clean_text,
    file_name,
    fold,
    listed,
    small_initial,
    swedish_key,
    without_digit,
)

ANY_TEXT = st.text(st.characters(), max_size=40) | st.text("aÅåöéÉß \u00a0\n\t-.\u202e\ud800\u0301012", max_size=12)


@pytest.mark.parametrize(
    "ordered",
    [
        ["Alingsås", "Bengtsfors", "Zinkgruvan", "Åmål", "Årjäng", "Älvsborg", "Östersund"],
        ["Vara", "Varberg", "Vätö", "Wara", "Xylofon"],
        ["System 2", "System 10", "System 100"],
        ["v1.9", "v1.10", "v2.0"],
        ["2 kap.", "10 kap.", "A-avtal"],
        ["IT", "IT-avtal", "IT2", "ITa"],
        ["ide", "idé", "ideal"],
        ["Muller", "Myllar", "Müller", "Myllra"],
        ["zebra", "Åsa", "Ærø", "Öst", "Øst", "Östan"],
        ["9" * 8, "1" + "0" * 8, "1" + "0" * 16, "1" + "0" * 17, "1" + "0" * 18],
        ["(avslutat)", "1", "a"],
        ["", "-", "1"],
        ["a a", "a\u00a0b", "a-a", "aa"],
        ["Årjäng", "Ärla", "Ђ"],
        ["E-post", "e-post", "e-posta"],
    ],
)
def test_the_order_is_swedish(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=swedish_key) == ordered


def test_the_order_is_the_same_in_a_database() -> None:
    words = ["Öckerö", "Åmål", "ärende", "zon", "System 10", "System 2", "éa", "eb", "ea", "𝔘", "\ufb01", "ÿ"]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE word (name TEXT, sort_key TEXT) STRICT")
        connection.executemany("INSERT INTO word VALUES (?, ?)", [(word, swedish_key(word)) for word in words])
        stored = [name for (name,) in connection.execute("SELECT name FROM word ORDER BY sort_key")]
    assert stored == sorted(words, key=swedish_key)


@given(ANY_TEXT, ANY_TEXT)
def test_a_key_can_be_stored_and_tells_cleaned_texts_apart(first: str, second: str) -> None:
    key = swedish_key(first)
    assert key.encode().decode() == key
    assert (key == swedish_key(second)) == (clean_line(first) == clean_line(second))


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numbers_are_ordered_by_value(first: int, second: int) -> None:
    assert (swedish_key(f"System {first}") < swedish_key(f"System {second}")) == (first < second)


def test_a_key_of_a_long_text_stays_short() -> None:
    assert len(swedish_key("a1" * 50_000)) < 1500


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Åmål", "amal"),
        ("  ÅMÅL \n kommun ", "amal kommun"),
        ("A\u030amål", "amal"),
        ("Idé", "ide"),
        ("Ærø Straße Łódź", "aero strasse lodz"),
        ("\ufb01l", "fil"),
        ("İstanbul", "istanbul"),
    ],
)
def test_search_folds_case_rings_and_accents(text: str, expected: str) -> None:
    assert fold(text) == expected


@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "line", "lines"),
    [
        (" Lifecare ", "Lifecare", "Lifecare"),
        ("A\u030amål", "Åmål", "Åmål"),
        ("ett\r\ntvå\rtre\u2028fyra", "ett två tre fyra", "ett\ntvå\ntre\nfyra"),
        ("ett\t två", "ett två", "ett\t två"),
        ("a\x00b\x1bc\x7fd\x9be", "abcde", "abcde"),
        ("fil\u202egpj.exe", "filgpj.exe", "filgpj.exe"),
        ("\ufeffnamn\ud800", "namn", "namn"),
        ("a\u0000\u030a", "å", "å"),
        ("\u2067x\u2069\uffff\U0001fffe", "x", "x"),
        ("148\u00a0000", "148\u00a0000", "148\u00a0000"),
        ("👩‍🔧 <b>&amp;", "👩‍🔧 <b>&amp;", "👩‍🔧 <b>&amp;"),
        ("\n \u00a0\n", "", ""),
    ],
)
def test_what_is_pasted_is_cleaned(text: str, line: str, lines: str) -> None:
    assert clean_line(text) == line
    assert clean_text(text) == lines


@given(ANY_TEXT, st.sampled_from([clean_line, clean_text]))
def test_clean_text_is_composed_printable_and_clean(text: str, clean: Callable[[str], str]) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode().decode() == cleaned
    assert not [sign for sign in cleaned if unicodedata.category(sign) == "Cc" and sign not in "\n\t"]


@given(ANY_TEXT)
def test_a_line_is_one_line(text: str) -> None:
    assert len(clean_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("driftavtal_Åmåls växel_2026-11-22_v1.pdf", "driftavtal_Amals-vaxel_2026-11-22_v1.pdf"),
        ('Bok/lån: "Örebro" <ny>?', "Bok-lan-Orebro-ny"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\win.ini", "C-Windows-win.ini"),
        ("CON", "_CON"),
        ("nul.pdf", "_nul.pdf"),
        ("com\u00b9.txt", "_com1.txt"),
        ("Console", "Console"),
        (".hidden", "hidden"),
        ("slut. ", "slut"),
        ("ÆGIR Straße", "AEGIR-Strasse"),
        ("", "namnlos"),
        ("😀", "namnlos"),
        ("😀.pdf", "namnlos.pdf"),
        ("a" * 500 + ".itdelning", "a" * 109 + ".itdelning"),
    ],
)
def test_file_names_are_safe(text: str, expected: str) -> None:
    assert file_name(text) == expected


@given(ANY_TEXT | st.sampled_from(["aux", "LPT9", "prn.x.y"]))
def test_every_text_gives_a_file_name_for_every_system(text: str) -> None:
    name = file_name(text)
    assert 1 <= len(name) <= 120
    assert name.isascii()
    assert not set(name) & set('<>:"/\\|?* ')
    assert not name.startswith((".", "-"))
    assert not name.endswith(".")
    assert name.split(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}
    assert file_name(name) == name or name.startswith("_")


@pytest.mark.parametrize(("text", "rest"), [("4 Gemensam drift", "Gemensam drift"), ("Drift", "Drift"), ("4", "4")])
def test_the_digit_is_not_told_twice(text: str, rest: str) -> None:
    assert without_digit(text) == rest


@pytest.mark.parametrize(
    ("label", "small"),
    [("Läge", "läge"), ("PUB-avtal", "PUB-avtal"), ("E-post", "e-post"), ("Ärende", "ärende"), ("", "")],
)
def test_labels_stand_small_in_a_sentence_unless_they_are_abbreviations(label: str, small: str) -> None:
    assert small_initial(label) == small


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")]
)
def test_items_are_listed(items: list[str], text: str) -> None:
    assert listed(items) == text
