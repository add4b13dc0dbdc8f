"""Text as Swedish people sort it, search it, paste it, list it in a sentence and name files by it.

Sort keys are stored as TEXT and compared byte by byte, so they never change for a given text without a migration.
Knows nothing of fields or files.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_AFTER_Z = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"}
"""Letters with a place of their own in Swedish order; the signs after z in ASCII stand for å, ä and ö."""

_WITHOUT_MARKS = {"æ": "ae", "ø": "o", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "đ": "d", "ł": "l", "ı": "i"}
"""Letters that do not decompose into a base letter and marks."""

_KEY_LENGTH = 300
_FILE_NAME_LENGTH = 120

_DIGITS = re.compile("[0-9]+")
_NO_ASCII_LETTER = re.compile("[^a-z0-9 ]")
_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff"
    "\ud800-\udfff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
"""Control characters, marks that turn the reading direction, lone surrogates, noncharacters; not tab and newline."""

_BREAKS_IN_LINE = re.compile("[ \t\n]+")
_UNSAFE_IN_FILE_NAME = re.compile("[^A-Za-z0-9._-]+")
_FILE_ENDING = re.compile(r"(?<=.)\.[A-Za-z0-9]{1,12}$")
_RESERVED_IN_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)


def swedish_key(text: str) -> str:
    """Make a key whose byte order is Swedish order: å ä ö last, v before w, case and accents only to part equals.

    Runs of digits are ordered by their value ("System 2" before "System 10"), spaces and signs come before digits and
    digits before letters. Texts that differ only after the first 300 characters may share a key.
    """
    whole = clean_line(text[:_KEY_LENGTH])
    small = unicodedata.normalize("NFC", whole.casefold())
    return f"{_primary(small)}\x01{small}\x01{whole}"


def fold(text: str) -> str:
    """Give text as it is searched, without case, accents, rings and double spaces: "Åmål" becomes "amal"."""
    return " ".join(_plain_letters(text.casefold()).casefold().split())


def clean_line(text: str) -> str:
    """Give one line of text as it is kept: composed characters, single spaces, nothing invisible that misleads."""
    return _BREAKS_IN_LINE.sub(" ", clean_text(text)).strip()


def clean_text(text: str) -> str:
    """Give text of several lines as it is kept: composed characters, one kind of newline, nothing that misleads.

    Drops control characters, lone surrogates, noncharacters and marks that turn the reading direction, and the space
    around the whole.
    """
    return unicodedata.normalize("NFC", _UNWANTED.sub("", _LINE_BREAKS.sub("\n", text))).strip()


def file_name(text: str) -> str:
    """Make a file name of ASCII letters, digits, ".", "_" and "-" that every system accepts, at most 120 characters.

    An ending such as ".pdf" is kept; a name that Windows reserves gets "_" before it; nothing left gives "namnlos".
    """
    safe = _UNSAFE_IN_FILE_NAME.sub("-", _plain_letters(text)).rstrip("-._")
    ending = match[0] if (match := _FILE_ENDING.search(safe)) else ""
    stem = safe.removesuffix(ending)[: _FILE_NAME_LENGTH - 1 - len(ending)].strip("-._") or "namnlos"
    return ("_" if _RESERVED_IN_WINDOWS.match(stem) else "") + stem + ending


def _plain_letters(text: str) -> str:
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(_plain_letter(character) for character in decomposed if not unicodedata.combining(character))


def _plain_letter(character: str) -> str:
    plain = _WITHOUT_MARKS.get(character.lower())
    if plain is None:
        return character
    return plain if character.islower() else plain.upper()


def _primary(small: str) -> str:
    spread = _NO_ASCII_LETTER.sub(lambda found: _AFTER_Z.get(found[0]) or _sorted_as(found[0]), small)
    return _DIGITS.sub(lambda run: _number_key(run[0]), spread)


def _sorted_as(character: str) -> str:
    return "".join(
        letter if letter.isalnum() else " " if letter.isspace() else "!" for letter in _plain_letters(character)
    )


def _number_key(digits: str) -> str:
    """Put their number before the digits, written so that longer numbers come later: 9 means "and more"."""
    value = digits.lstrip("0") or "0"
    nines, rest = divmod(len(value), 9)
    return "9" * nines + str(rest) + value


def without_digit(text: str) -> str:
    """A label without the digit that stands first in it."""
    first, _space, rest = text.partition(" ")
    return rest if first.isdigit() and rest else text


def small_initial(label: str) -> str:
    """A label as it stands inside a sentence: with a small letter, unless it begins with an abbreviation."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def listed(items: Sequence[str]) -> str:
    """Items as a sentence lists them: "a", "a och b", "a, b och c"."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} och {items[-1]}"
