"""Texts with simple marks, as people write chapters, read into blocks: headings, lists, tables, heavier words, values.

The marks are the plain part of Markdown. Links, pictures, HTML and code are not read: their signs are text. In the
place of `{{name}}` stands a value; a line of its own may stand for blocks that are worked out. Any text gives blocks,
and nothing in it is executed. The one module that loads the reader of the marks, when a text is first read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from itadmin.documents.content import (
    Block,
    BulletList,
    Heading,
    Inline,
    Item,
    Missing,
    NumberedList,
    Paragraph,
    Run,
    Strong,
)
from itadmin.documents.markup_tables import Cells, table_of
from itadmin.documents.templates import Words, joined, runs_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

Places = Mapping[str, tuple[Block, ...]]
"""Blocks by the name that stands for them on a line of its own."""

_READER = "markdown_it"
_MARKS = ("heading", "list", "table", "emphasis", "newline")
_DEEPEST = 40
_LEVELS_OF_LIST = 2
_VALUE = re.compile(r"\{\{[ \t]*([^{}|\n]{1,80}?)[ \t]*\}\}")
_ALONE = re.compile(r"^[ \t]*(\{\{[^{}|\n]{1,90}\}\})[ \t]*$", re.MULTILINE)
_HIGHER = ("h1", "h2")
_NUMBERED = "ordered_list_open"
_CLOSINGS = {"bullet_list_open": "bullet_list_close", _NUMBERED: "ordered_list_close"}
_STRONG = "**"


@dataclass(frozen=True, slots=True)
class Marked:
    """A text as blocks, and the names in it that stand for nothing; those are printed as missing."""

    blocks: tuple[Block, ...]
    unknown: tuple[str, ...]


def blocks_of(text: str, words: Words, places: Places | None = None) -> Marked:
    """A text as blocks, with its values in place. Headings in it are of level 2 and 3. Never raises."""
    known_places = places or {}
    apart = _ALONE.sub(lambda line: _set_apart(line[0], line[1], known_places), text)
    walk = _Walk(_reader().parse(apart), words, known_places)
    return Marked(tuple(walk.blocks()), tuple(walk.unknown))


def values_in(text: str) -> tuple[str, ...]:
    """The names of the values that a text asks for, as its reader reads them, each once, in the order of the text."""
    return tuple(dict.fromkeys(name.strip() for name in _VALUE.findall(text.replace("\0", "\ufffd"))))


def with_values(text: str, values: Mapping[str, str]) -> str:
    """A text with plain values in their places; a name that stands for nothing is left as it is."""
    return _VALUE.sub(lambda found: values.get(found[1], values.get(found[1].lower(), found[0])), text)


def _set_apart(line: str, name: str, places: Places) -> str:
    """A line that stands for blocks, as a paragraph of its own; others as they are."""
    return f"\n{name}\n" if _place_of(name, places) else line


def _place_of(text: str, places: Places) -> tuple[Block, ...]:
    alone = _VALUE.fullmatch(text.strip())
    return places.get(alone[1], ()) if alone else ()


@cache
def _reader() -> MarkdownIt:
    reader: MarkdownIt = import_module(_READER).MarkdownIt("zero", {"maxNesting": _DEEPEST})
    begin_list = import_module(f"{_READER}.rules_block").list_block

    def begin_shallow_list(state: StateBlock, first: int, end: int, silent: bool) -> bool:
        """A list, unless it lies so deep that the reader would leave out all that follows: it is text then."""
        return state.level + _LEVELS_OF_LIST < _DEEPEST and bool(begin_list(state, first, end, silent))

    reader.block.ruler.at("list", begin_shallow_list, {"alt": ["paragraph"]})
    return reader.enable(list(_MARKS))


class _Walk:
    """One walk through the marks of a text, which meets each once; `unknown` is what has stood for nothing so far."""

    def __init__(self, tokens: Iterable[Token], words: Words, places: Places) -> None:
        self._tokens = iter(tokens)
        self._words = words
        self._places = places
        self.unknown: dict[str, None] = {}

    def blocks(self) -> Iterator[Block]:
        """All blocks in their order."""
        for token in self._tokens:
            match token.type:
                case "heading_open":
                    yield from self._heading(token)
                case "paragraph_open":
                    yield from self._paragraph()
                case opening if opening in _CLOSINGS:
                    items = self._items(token)
                    if items:
                        start = int(token.attrs.get("start", 1))
                        yield NumberedList(items, start) if token.type == _NUMBERED else BulletList(items)
                case "table_open":
                    yield from self._table()

    def _heading(self, token: Token) -> Iterator[Block]:
        text, lacking = told(self._inline(next(self._tokens)))
        if text.strip():
            yield Heading(text, level=2 if token.tag in _HIGHER else 3)
        if lacking:
            yield Paragraph(lacking, "note")

    def _paragraph(self) -> Iterator[Block]:
        token = next(self._tokens)
        place = _place_of(token.content, self._places)
        text = "" if place else self._inline(token)
        yield from place
        if text:
            yield Paragraph(text)

    def _table(self) -> Iterator[Block]:
        rows: list[Cells] = []
        aligns: list[str] = []
        for token in self._tokens:
            match token.type:
                case "table_close":
                    break
                case "tr_open":
                    rows.append([])
                case "th_open":
                    aligns.append(str(token.attrs.get("style", "")))
                case "inline":
                    rows[-1].append(self._inline(token))
        heads = [told(cell) for cell in rows[0]]
        yield table_of([head for head, _ in heads], aligns, rows[1:])
        lacking = joined(*(run for _, missing in heads for run in missing))
        if lacking:
            yield Paragraph(lacking, "note")

    def _items(self, opening: Token) -> tuple[Inline | Item, ...]:
        """The points of the list that has been opened; those that say nothing are left out."""
        items: list[Inline | Item] = []
        for token in self._tokens:
            if token.type == _CLOSINGS[opening.type]:
                break
            if token.type == "list_item_open":
                items += self._item()
        return tuple(items)

    def _item(self) -> tuple[Inline | Item, ...]:
        lines: list[Inline] = []
        below: list[Inline | Item] = []
        numbered = False
        for token in self._tokens:
            if token.type == "list_item_close":
                break
            if token.type in _CLOSINGS:
                numbered = numbered or token.type == _NUMBERED
                below += self._items(token)
            elif token.type == "inline":
                lines += [line] if (line := self._inline(token)) else []
        text = _on_lines(lines)
        if not text:
            return tuple(below)
        return (Item(text, tuple(below), numbered),) if below else (text,)

    def _inline(self, token: Token) -> Inline:
        """Running text with its values in place."""
        runs: list[Run] = []
        for text, strong in _stretches(token.children or ()):
            for number, part in enumerate(_VALUE.split(text)):
                found = runs_of(self._value(part)) if number % 2 else (part,)
                runs += [Strong(run) if strong and isinstance(run, str) and run else run for run in found]
        return joined(*runs)

    def _value(self, name: str) -> Inline:
        name = name.strip()
        value = self._words.get(name)
        if value is None:
            value = self._words.get(name.lower())
        if value is None:
            self.unknown[name] = None
            return (Missing(name),)
        return value


def _stretches(parts: Iterable[Token]) -> Iterator[tuple[str, bool]]:
    """Text as stretches, which are heavier or not and within a line; marks that mean nothing here are text."""
    gathered, depth = "", 0
    for part in parts:
        if part.markup == _STRONG and part.type in ("strong_open", "strong_close"):
            yield gathered, depth > 0
            gathered = ""
            depth += part.nesting
        elif part.type == "softbreak":
            yield gathered, depth > 0
            gathered = " "
        elif part.type == "hardbreak":
            gathered += "\n"
        else:
            gathered += part.content or part.markup
    yield gathered, depth > 0


def _on_lines(lines: list[Inline]) -> Inline:
    """Several texts as one, each on a line of its own."""
    runs: list[Run] = []
    for line in lines:
        runs += [*(["\n"] if runs else []), *runs_of(line)]
    return joined(*runs)


def told(text: Inline) -> tuple[str, tuple[Missing, ...]]:
    """Running text where only plain text may stand, and what is missing in it."""
    runs = runs_of(text)
    lacking = tuple(run for run in runs if isinstance(run, Missing))
    return "".join(_plain(run) for run in runs), lacking


def _plain(run: Run) -> str:
    if isinstance(run, Missing):
        return f"[{run.label}]"
    return run if isinstance(run, str) else run.text
