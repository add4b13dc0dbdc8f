"""Why a system is as critical as it is, in sentences."""

import pytest

from itadmin.domain.calculations.classification_words import explanation

_NEEDED = "Utökat skydd behövs, eftersom någon klass är 3 eller högre."
_NOT_NEEDED = "Utökat skydd behövs inte: ingen klass är 3 eller högre."
_WORDS = {"lag": "Låg", "medel": "Medel", "hog": "Hög", "kritisk": "Verksamhetskritisk"}


def told(levels: tuple[str, str, str], decided: str = "") -> str:
    return "".join(text for text, _decisive in explanation(levels, decided, _WORDS.__getitem__))


@pytest.mark.parametrize(
    ("levels", "decided", "words"),
    [
        (("", "", ""), "", ""),
        (("", "", ""), "hog", "Kritikaliteten är hög efter beslut."),
        (
            ("3", "1", "2"),
            "",
            "Kritikaliteten är hög, eftersom konfidentialiteten är 3. " + _NEEDED,
        ),
        (
            ("1", "2", "2"),
            "",
            "Kritikaliteten är medel, eftersom riktigheten och tillgängligheten är 2. " + _NOT_NEEDED,
        ),
        (
            ("4", "4", "4"),
            "kritisk",
            "Kritikaliteten är verksamhetskritisk, eftersom konfidentialiteten, riktigheten och tillgängligheten är 4. "
            + _NEEDED,
        ),
        (
            ("", "0", ""),
            "hog",
            "Kritikaliteten är hög efter beslut. Klassningen föreslår låg, eftersom riktigheten är 0. " + _NOT_NEEDED,
        ),
    ],
)
def test_the_sentences(levels: tuple[str, str, str], decided: str, words: str) -> None:
    assert told(levels, decided) == words


def test_what_decides_stands_out() -> None:
    runs = explanation(("3", "1", "2"), "", _WORDS.__getitem__)
    assert [text for text, decisive in runs if decisive] == ["hög", "3", "Utökat skydd behövs"]
