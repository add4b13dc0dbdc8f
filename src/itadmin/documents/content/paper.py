"""The whole: a paper with its cover, its blocks and appendices, and whose it is."""

from dataclasses import dataclass
from datetime import datetime

from itadmin.documents.content.blocks import Block
from itadmin.documents.content.running_text import Inline
from itadmin.documents.content.tables import Field

STANDARD_ACCENT = "#0F4C5C"
"""The colour of papers whose organisation has chosen none."""


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix on pages of its own. `label` is "Bilaga 1"; `landscape` only for tables that need the width."""

    label: str
    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled outline of a logotype: `path` in the letters of SVG (M L H V C Z, absolute), `fill` as #RRGGBB.

    Where outlines of the same path cross, what lies within both is left out when `even_odd`.
    """

    path: str
    fill: str
    even_odd: bool = True


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture of `width` × `height` pixels: `deflated` holds its rows of red, green and blue (sRGB) by zlib."""

    width: int
    height: int
    deflated: bytes


@dataclass(frozen=True, slots=True)
class Logotype:
    """Arms or logotype: outlines on a drawing of `width` × `height` units, y downwards, or `pixels` that fill it.

    `alt` names what it is.
    """

    alt: str
    width: float
    height: float
    shapes: tuple[Shape, ...] = ()
    pixels: Pixels | None = None

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("a logotype must have a text alternative")
        if self.width <= 0 or self.height <= 0:
            raise ValueError("a logotype must have a size")


@dataclass(frozen=True, slots=True)
class Profile:
    """Whose paper it is, and their colour, picture and words for the foot.

    An accent too light to read on white is darkened by the renderer. The logotype and the `address`, which may be of
    several lines, stand on the cover, the logotype on the first page of a paper without one; `footer` is one line at
    the foot of every page but the cover.
    """

    organisation: str
    unit: str = ""
    accent: str = STANDARD_ACCENT
    logotype: Logotype | None = None
    address: str = ""
    footer: str = ""


@dataclass(frozen=True, slots=True)
class CoverParty:
    """A party on the cover: "Systemägare", "Melleruds kommun", "Kommunstyrelsen"."""

    role: str
    name: Inline
    unit: Inline = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: parties side by side and up to four facts at the foot; `note` is small print below them.

    `steps` adorns a cover without parties with the five levels as steps; they say nothing.
    """

    parties: tuple[CoverParty, ...] = ()
    facts: tuple[Field, ...] = ()
    note: str = ""
    steps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole document.

    `created` is printed nowhere; it dates the file's metadata, so equal papers give equal files. It must carry a
    time zone. `draft` adds the watermark and the box UTKAST; `marks` are other boxes ("ÖVNINGSDATA"). `header_right`
    and `footer_left` stand on every page but the cover. Without a cover the title opens the first page and the body
    follows it directly. `landscape` lays front and body on their side, without a column for numbers: for lists. `large`
    sets them on A3: for drawings to hang on a wall. `number` is the number the paper is known by ("2026-0007"), printed
    on every page and kept in the file's metadata; a paper without one prints nothing.
    """

    title: str
    created: datetime
    profile: Profile
    body: tuple[Block, ...]
    subtitle: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    header_right: str = ""
    footer_left: str = ""
    number: str = ""
    marks: tuple[str, ...] = ()
    draft: bool = False
    landscape: bool = False
    large: bool = False
    cover: Cover | None = None
    front: tuple[Block, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    language: str = "sv-SE"

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("a paper must have a title")
        if self.created.tzinfo is None:
            raise ValueError("created must carry a time zone")
