"""Whether two PDF files are the same paper: the same pages, to which nothing but signatures has been added.

What is not known to be harmless is a difference. Neither file's signatures are checked here.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, TypeAlias

from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject, StreamObject
from pyhanko.pdf_utils.reader import PdfFileReader

from itadmin.services.signatures.opening import DAMAGE, opened

Pair: TypeAlias = tuple[Any, Any]

# What signing changes at the top of a file, and of a page; annotations are looked at one by one.
_OF_FILE = {"/AcroForm", "/DSS", "/Extensions", "/MarkInfo", "/Metadata", "/Perms", "/StructTreeRoot", "/Version"}
_OF_PAGE = {"/Annots", "/Tabs"}
_NOTHING: set[str] = set()


def same_pages(later: bytes, earlier: bytes) -> bool:
    """Whether `later` has the pages of `earlier` and no more, apart from signatures.

    Raises KnownError when either is no PDF that can be read.
    """
    new, old = opened(later), opened(earlier)
    try:
        tops, pages = _same_entries(old.root, new.root, _OF_FILE), _pages(old)
        if tops is None or not _is_plain_form(new.root):
            return False
        annotations = _annotations(pages, _pages(new))
        return _same([*tops, *annotations], {page.idnum for page in pages})
    except DAMAGE:
        return False


def _same(pairs: list[Pair], pages: set[int]) -> bool:
    """Whether the objects of each pair are the same, with all that they lead to; `pages` are the numbers of pages."""
    met: set[tuple[int, int]] = set()
    while pairs:
        old, new = pairs.pop()
        apart = _NOTHING
        if isinstance(old, IndirectObject) and isinstance(new, IndirectObject):
            numbers = (old.idnum, new.idnum)
            if numbers in met:
                continue
            met.add(numbers)
            apart = _OF_PAGE if old.idnum in pages else _NOTHING
        parts = _parts(old.get_object(), new.get_object(), apart)
        if parts is None:
            return False
        pairs += parts
    return True


def _parts(old: Any, new: Any, apart: set[str]) -> list[Pair] | None:
    """What must be the same for two objects to be the same; None when they already differ."""
    if type(old) is not type(new):
        return None
    if isinstance(old, StreamObject) and old.encoded_data != new.encoded_data:
        return None
    if isinstance(old, DictionaryObject):
        return _same_entries(old, new, apart)
    if isinstance(old, ArrayObject):
        return list(zip(_items(old), _items(new), strict=True)) if len(old) == len(new) else None
    return [] if old == new else None


def _same_entries(old: DictionaryObject, new: DictionaryObject, apart: set[str]) -> list[Pair] | None:
    keys = old.keys() - apart
    return [(old.raw_get(key), new.raw_get(key)) for key in keys] if keys == new.keys() - apart else None


def _pages(reader: PdfFileReader) -> list[IndirectObject]:
    """The pages in order."""
    return [reader.find_page_for_modification(number)[0] for number in range(int(reader.root["/Pages"]["/Count"]))]


def _annotations(old: list[IndirectObject], new: list[IndirectObject]) -> Iterator[Pair]:
    """The annotations of all pages, without signatures that have come; what only the one has is beside nothing."""
    for pages in zip(old, new, strict=True):
        shown = (page.get_object() for page in pages)
        before, after = (_items(page["/Annots"]) if "/Annots" in page else () for page in shown)
        for one, other in zip_longest(before, after, fillvalue=NullObject()):
            if not _has_been_signed(one.get_object(), other.get_object()):
                yield one, other


def _has_been_signed(old: Any, new: Any) -> bool:
    """Whether there is a signature where there was nothing, or a place for one that nobody had used."""
    return _is_signature(new) and (isinstance(old, NullObject) or (_is_signature(old) and "/V" not in old))


def _is_signature(annotation: Any) -> bool:
    if not isinstance(annotation, DictionaryObject) or annotation.get("/Subtype") != "/Widget":
        return False
    field = annotation if "/FT" in annotation else annotation["/Parent"]
    return bool(field["/FT"] == "/Sig")


def _is_plain_form(root: DictionaryObject) -> bool:
    """Whether the file is without a form that is shown in place of its pages."""
    return "/AcroForm" not in root or "/XFA" not in root["/AcroForm"]


def _items(array: ArrayObject) -> Iterator[Any]:
    """The items of an array as they stand, references too."""
    return list.__iter__(array)
