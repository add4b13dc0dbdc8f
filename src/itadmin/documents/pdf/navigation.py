"""What can be gone to in a paper: the entries of contents and bookmarks.

Knows numbers and titles; `contents` and `compose` decide what is done with them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from itadmin.documents.content import Appendix, Contents, Heading
from itadmin.documents.numbering import Placed
from itadmin.documents.pdf.canvas import Drawing
from itadmin.documents.pdf.file import text_string


@dataclass(frozen=True, slots=True)
class Entry:
    """A section (level 1), one within it (2, 3) or an appendix (1). `listed` ones stand in the table of contents."""

    number: str
    title: str
    level: int
    key: str
    listed: bool


def own_key(index: int) -> str:
    """The key of the block that comes as number `index` in reading order; no block's own `key` can equal it."""
    return f"\0{index}"


def entries(placed: Sequence[Placed]) -> list[Entry]:
    """All headings and appendices in reading order."""
    found = []
    for index, each in enumerate(placed):
        key = own_key(index)
        match each.block:
            case Heading(text=text, level=level):
                found.append(Entry(each.number, text, level, key, bool(each.number)))
            case Appendix(label=label, title=title):
                found.append(Entry(label, title, 1, key, listed=True))
            case Contents(title=title):
                found.append(Entry("", title, 1, key, listed=False))
    return found


@dataclass(slots=True)
class _Bookmark:
    """A bookmark while the tree is built."""

    entry: Entry
    number: int
    children: "list[_Bookmark]"


def write_outline(drawing: Drawing, shown: Sequence[tuple[Entry, str]]) -> int | None:
    """Writes the bookmarks, each an entry and its cleaned title; returns the outline's number, or None without any."""
    if not shown:
        return None
    file = drawing.file
    root = file.reserve()
    top: list[_Bookmark] = []
    for entry, _ in shown:
        _siblings(top, entry.level).append(_Bookmark(entry, file.reserve(), []))
    titles = {entry.key: title for entry, title in shown}
    _write_siblings(drawing, top, root, titles)
    ends = f"/First {top[0].number} 0 R/Last {top[-1].number} 0 R/Count {len(top)}"
    file.set(root, f"<</Type/Outlines{ends}>>")
    return root


def _siblings(top: "list[_Bookmark]", level: int) -> "list[_Bookmark]":
    """Where a bookmark of `level` goes: below the last of those above it, as far down as there are any."""
    siblings = top
    while siblings and siblings[-1].entry.level < level:
        siblings = siblings[-1].children
    return siblings


def _write_siblings(drawing: Drawing, siblings: Sequence[_Bookmark], parent: int, titles: dict[str, str]) -> None:
    for index, bookmark in enumerate(siblings):
        _write_siblings(drawing, bookmark.children, bookmark.number, titles)
        links = f"/Parent {parent} 0 R"
        if index > 0:
            links += f"/Prev {siblings[index - 1].number} 0 R"
        if index + 1 < len(siblings):
            links += f"/Next {siblings[index + 1].number} 0 R"
        if bookmark.children:
            first, last = bookmark.children[0].number, bookmark.children[-1].number
            links += f"/First {first} 0 R/Last {last} 0 R/Count -{len(bookmark.children)}"
        title, destination = titles[bookmark.entry.key], drawing.destination(bookmark.entry.key)
        drawing.file.set(bookmark.number, f"<</Title{text_string(title)}{links}/Dest{destination}>>")
