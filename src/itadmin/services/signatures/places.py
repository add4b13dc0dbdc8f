"""Places for signatures in a PDF: fields that are not seen, and that the structure of a tagged file tells of.

All are made before the first signature: whoever reads a signed file takes a later change of its structure for a
change of what was signed. They stand last on the last page, and are read last. The same file gives the same bytes.
"""

from __future__ import annotations

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from itadmin.services.signatures.update import Update

NAME = "Underskrift"
_PRINTED_AND_LOCKED = 4 | 128


def with_places(content: bytes, count: int) -> bytes:
    """The file with `count` places for signatures added at its end.

    Raises KnownError when the file cannot be read; what pyHanko lets out when it cannot be added to.
    """
    update = Update.of(content)
    last_page, _ = update.find_page_for_modification(-1)
    fields = [_field(update, number, last_page) for number in range(1, count + 1)]
    _add_to_form(update, fields)
    if "/StructTreeRoot" in update.root:
        _add_to_structure(update, fields, last_page)
    return update.to_bytes()


def _field(update: Update, number: int, page: IndirectObject) -> IndirectObject:
    field = DictionaryObject(
        {
            "/Type": NameObject("/Annot"),
            "/Subtype": NameObject("/Widget"),
            "/FT": NameObject("/Sig"),
            "/T": TextStringObject(f"{NAME} {number}"),
            "/TU": TextStringObject(f"Plats för elektronisk underskrift {number}"),
            "/F": NumberObject(_PRINTED_AND_LOCKED),
            "/Rect": ArrayObject([NumberObject(0)] * 4),
            "/P": page,
        }
    )
    made = update.add_object(field)
    update.register_annotation(page, made)
    return made


def _add_to_form(update: Update, fields: list[IndirectObject]) -> None:
    if "/AcroForm" not in update.root:
        update.root["/AcroForm"] = update.add_object(DictionaryObject({"/Fields": ArrayObject()}))
        update.update_root()
    known = update.root["/AcroForm"]["/Fields"]
    known.extend(fields)
    update.update_container(known)


def _add_to_structure(update: Update, fields: list[IndirectObject], page: IndirectObject) -> None:
    """Tells the structure of the fields: each is an element Form, the last ones of the document."""
    root = update.root["/StructTreeRoot"]
    parents = root["/ParentTree"]["/Nums"]
    document = _document(root)
    kids = document.get_object()["/K"]
    first = max((int(parents[at]) for at in range(0, len(parents), 2)), default=-1) + 1
    for key, field in enumerate(fields, first):
        place = DictionaryObject({"/Type": NameObject("/OBJR"), "/Obj": field, "/Pg": page})
        form = DictionaryObject(
            {"/Type": NameObject("/StructElem"), "/S": NameObject("/Form"), "/P": document, "/K": place}
        )
        made = update.add_object(form)
        kids.append(made)
        parents.extend([NumberObject(key), made])
        field.get_object()["/StructParent"] = NumberObject(key)
    root["/ParentTreeNextKey"] = NumberObject(first + len(fields))
    for changed in (kids, parents, root):
        update.update_container(changed)


def _document(root: DictionaryObject) -> IndirectObject:
    """The element that holds all others."""
    top = root["/K"]
    found = top.raw_get(0) if isinstance(top, ArrayObject) else root.raw_get("/K")
    if not isinstance(found, IndirectObject):
        raise TypeError("the structure begins with no element")
    return found
