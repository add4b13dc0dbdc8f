import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.documents.pdf.fonts import FontSet
from itadmin.documents.pdf.text import Cleaner, hold_last_words, swedish_spacing
from itadmin.documents.pdf.typesetter import Typesetter

ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=60)


@pytest.fixture(scope="module")
def cleaner(setter: Typesetter) -> Cleaner:
    return setter.cleaner


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Räksmörgås § 14 – 50 €", "Räksmörgås § 14 – 50 €"),
        ("A\u030angstro\u0308m", "Ångström"),
        ("a\r\nb\rc\u2028d\x85e\x0bf", "a\nb\nc\nd\ne\nf"),
        ("a\tb\u3000c", "a b c"),
        ("a\x00b\x1bc\x7fd\x9fe", "abcde"),
        ("\u202eabc\u202c\u2066d\u2069\u200f\ufeff\u200b", "abcd"),
        ("\ud800 \udfff", "□ □"),
        ("\ufffe \uffff \U0001fffe \ue000", "□ □ □ □"),
        ("👋", "□"),
        ("漢字", "□□"),
        ("✔\ufe0f", "✔"),
        ("Ａ𝐁①㎏", "AB1kg"),
        ("sam\u00adman", "sam\u00adman"),
        ("\u0e19\u0e49\u0e33", "□□"),
    ],
)
def test_what_is_let_through(cleaner: Cleaner, raw: str, clean: str) -> None:
    assert cleaner.text(raw) == clean


def test_a_line_has_no_breaks(cleaner: Cleaner) -> None:
    assert cleaner.line("a\r\nb\nc") == "a b c"


@given(ANY_TEXT)
def test_clean_text_is_printable_and_stays_as_it_is(cleaner: Cleaner, fonts: FontSet, raw: str) -> None:
    clean = cleaner.text(raw)
    assert fonts.sans.can_set(clean.replace("\n", ""))
    assert all(c in "\n\u00ad" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"} for c in clean)
    assert cleaner.text(clean) == clean


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("1 000 000 kr per år", "1_000_000_kr per år"),
        ("99,0 % av tiden", "99,0_% av tiden"),
        ("den 1 januari 2027", "den_1_januari 2027"),
        ("enligt § 14 och bilaga 4", "enligt §_14 och bilaga_4"),
        ("Tabell 7 och Bilaga B", "Tabell_7 och Bilaga_B"),
        ("kl. 06.00 dnr KS 2026/0147", "kl._06.00 dnr_KS 2026/0147"),
        ("org.nr 000000-0000", "org.nr_000000-0000"),
        ("bilaga som saknas", "bilaga som saknas"),
        ("om 3 system", "om 3 system"),
        ("år 2026 1234", "år 2026 1234"),
    ],
)
def test_what_must_stand_on_one_line(text: str, held: str) -> None:
    assert swedish_spacing(text).replace("\u00a0", "_") == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Kort rad slut", "Kort rad slut"),
        ("x" * 70 + " slut", "x" * 70 + "_slut"),
        ("x" * 70 + " ettmyckelångtsistaord", "x" * 70 + " ettmyckelångtsistaord"),
        ("x" * 80, "x" * 80),
        ("x" * 80 + " ", "x" * 80 + " "),
    ],
)
def test_a_short_last_word_takes_its_neighbour_along(text: str, held: str) -> None:
    assert hold_last_words(text, len(text)).replace("\u00a0", "_") == held


def test_a_last_run_counts_what_stands_before_it() -> None:
    assert hold_last_words("och till slut", 100) == "och till\u00a0slut"
