"""The one place where texts are made safe to print, and where Swedish spacing is set.

What a user has typed may hold markup, control characters, text that runs from right to left, half characters or
emoji. `Cleaner` lets through what the faces can draw, drops what must not be in a paper and puts a visible □ for the
rest. (Markup needs no care: texts are written as glyph numbers, never as program text.) Knows only characters.
"""

import re
import unicodedata
from collections.abc import Iterable

from itadmin.documents.pdf.fonts import REPLACEMENT

NBSP = "\u00a0"
SOFT_HYPHEN = "\u00ad"

_UNPRINTED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_LINE_BREAKS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_INVISIBLE = {"Cc", "Cf"}
_MARKS = {"Mn", "Me", "Mc"}


class _Replacements(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __init__(self, printable: frozenset[str]) -> None:
        super().__init__()
        self._printable = printable

    def __missing__(self, code: int) -> str:
        self[code] = found = self._replacement(chr(code))
        return found

    def _replacement(self, character: str) -> str:
        if character in self._printable:
            return character
        if character in _LINE_BREAKS:
            return "\n"
        category = unicodedata.category(character)
        if character == "\t" or category == "Zs":
            return " "
        if category in _INVISIBLE or category in _MARKS:
            return ""
        plain = unicodedata.normalize("NFKC", character)
        if plain != character and self._printable.issuperset(plain):
            return plain
        return REPLACEMENT


class Cleaner:
    """Makes texts printable with the characters of the faces."""

    def __init__(self, characters: Iterable[str]) -> None:
        printable = {c for c in characters if unicodedata.category(c) not in _UNPRINTED}
        self._replacements = _Replacements(frozenset(printable | {"\n", SOFT_HYPHEN}))
        loose = {c for c in printable if unicodedata.category(c) in _MARKS}
        self._fit_to_print = frozenset(printable - loose | {"\n", SOFT_HYPHEN})

    def text(self, raw: str) -> str:
        """`raw` as it may be printed; line breaks are single line feeds."""
        if self._fit_to_print.issuperset(raw):
            return raw
        one_kind_of_break = raw.replace("\r\n", "\n")
        return unicodedata.normalize("NFC", one_kind_of_break).translate(self._replacements)

    def line(self, raw: str) -> str:
        """`raw` as it may be printed on one line."""
        return self.text(raw).replace("\n", " ")


_UNITS = "kr|tkr|mnkr|mkr|h|min|s|ms|mån|månader|månad|år|dygn|dagar|arbetsdagar|arbetsdag|invånare|användare|GB|MB|TB"
_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_REFERENCES = "kl\\.|bilaga|tabell|figur|punkt|avsnitt|kapitel|klass|version|nivå|prioritet|driftklass"
_HELD_SPACE = re.compile(
    " (?:"
    rf"(?<=\d )(?=\d{{3}}(?!\d)|%|(?:{_UNITS}|{_MONTHS})\b)"
    rf"|(?<=\bden )(?=\d+ (?:{_MONTHS}))"
    "|(?<=§ )|(?<=dnr )|(?<=Dnr )|(?<=nr )(?=\\d)"
    "|" + "|".join(rf"(?<=\b{word} )(?=\d|[A-F]\b)" for word in _REFERENCES.split("|")) + ")",
    re.IGNORECASE,
)

_SHORT_WORD = 18
_MORE_THAN_A_LINE = 70


def swedish_spacing(text: str) -> str:
    """Holds together what must stand on one line: amounts, number and unit, "den 1 januari", "§ 14", "bilaga 4"."""
    return _HELD_SPACE.sub(NBSP, text)


def hold_last_words(text: str, length: int) -> str:
    """Lets a short last word take its neighbour along, so that it does not stand alone on the last line.

    `text` ends a paragraph of `length` characters; one that fills a single line is left as it is.
    """
    if length <= _MORE_THAN_A_LINE:
        return text
    rest, space, last = text.rpartition(" ")
    return rest + NBSP + last if space and 0 < len(last) < _SHORT_WORD else text
