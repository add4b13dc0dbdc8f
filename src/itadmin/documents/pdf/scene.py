"""What all parts of one paper are composed with."""

from collections.abc import Sequence
from dataclasses import dataclass

from itadmin.documents.pdf.navigation import Entry
from itadmin.documents.pdf.tagged import Element, HeadingLevels
from itadmin.documents.pdf.typesetter import Typesetter


@dataclass(frozen=True, slots=True)
class Scene:
    """The typesetter, the root of the structure, what can be gone to, whether it is a draft, its headings."""

    setter: Typesetter
    document: Element
    entries: Sequence[Entry]
    draft: bool
    headings: HeadingLevels
