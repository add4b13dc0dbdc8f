"""Reading a logotype from an SVG drawing: filled outlines, and groups that move and colour them.

Much that SVG can do has no place in a paper that is archived: programs, links, pictures from elsewhere, texts in faces
that are not there. A drawing with any of it is refused, never drawn in part. Nothing outside the file is ever read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from xml.parsers import expat

from itadmin.documents.content import Logotype, Shape
from itadmin.documents.pdf.outlines import UNMOVED, Matrix, Outline, after, ellipse, movement, numbers, rectangle
from itadmin.documents.pdf.unusable import UnusablePictureError

MOST_BYTES = 2_000_000
_MOST_SHAPES = 3000
_DEEPEST = 60
_FLATTEST = 20
_SVG = "http://www.w3.org/2000/svg "
_GROUPS = frozenset(("svg", "g"))
_SILENT = frozenset(("title", "desc", "metadata", "defs"))
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_RGB = re.compile(r"rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)")
_NAMED = {
    "black": "#000000",
    "white": "#FFFFFF",
    "red": "#FF0000",
    "green": "#008000",
    "blue": "#0000FF",
    "yellow": "#FFFF00",
    "gold": "#FFD700",
    "silver": "#C0C0C0",
    "gray": "#808080",
    "grey": "#808080",
    "navy": "#000080",
    "currentcolor": "#000000",
}
_UNDRAWABLE = ("filter", "mask", "clip-path", "marker", "marker-start", "marker-mid", "marker-end")
_FULL = ("", "1", "1.0", "100%")


def drawing(content: bytes, alt: str) -> Logotype:
    """The logotype that an SVG file holds. Raises UnusablePictureError."""
    if len(content) > MOST_BYTES:
        raise UnusablePictureError("är en för stor teckning")
    reader = _Reader()
    try:
        reader.parse(content)
    except expat.ExpatError as error:
        raise UnusablePictureError("är en skadad SVG-fil") from error
    except ValueError as error:
        raise UnusablePictureError("använder former i SVG som inte kan ritas i en handling") from error
    return reader.logotype(alt)


@dataclass(frozen=True, slots=True)
class _State:
    """What an element hands on to those within it."""

    matrix: Matrix = UNMOVED
    fill: str = "#000000"
    even_odd: bool = False
    is_silent: bool = False


class _Reader:
    """Reads one drawing."""

    def __init__(self) -> None:
        self._states = [_State()]
        self._shapes: list[Shape] = []
        self._size: tuple[float, float] | None = None

    def parse(self, content: bytes) -> None:
        """Read the file. Raises ExpatError, ValueError and UnusablePictureError."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.EntityDeclHandler = _refuse_entity
        parser.ParseFile(BytesIO(content))

    def logotype(self, alt: str) -> Logotype:
        """What has been read."""
        if self._size is None or not self._shapes:
            raise UnusablePictureError("är en SVG-fil utan något att rita")
        width, height = self._size
        return Logotype(alt, width, height, tuple(self._shapes))

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        above = self._states[-1]
        name = tag.removeprefix(_SVG)
        if len(self._states) > _DEEPEST:
            raise UnusablePictureError("är en alltför invecklad SVG-fil")
        if self._size is None:
            self._begin(name, attributes)
            above = self._states[-1]
        if " " in name or name in _SILENT or above.is_silent:
            self._states.append(replace(above, is_silent=True))
            return
        _refuse_active(name, attributes)
        style = {**attributes, **_declared(attributes.get("style", ""))}
        _refuse_undrawable(name, style)
        state = _within(above, style)
        self._states.append(state)
        if name not in _GROUPS and not state.is_silent and state.fill:
            self._draw(name, style, state)

    def _end(self, _tag: str) -> None:
        self._states.pop()

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """The drawing's own size, which its outlines are moved to the corner of."""
        if name != "svg":
            raise UnusablePictureError("är ingen SVG-bild")
        if "viewBox" in attributes:
            x, y, width, height = numbers(attributes["viewBox"])
        else:
            x = y = 0.0
            width, height = (_length(attributes, side) for side in ("width", "height"))
        if not (width > 0 and height > 0 and 1 / _FLATTEST <= width / height <= _FLATTEST):
            raise UnusablePictureError("har ingen storlek som går att använda")
        self._size = (width, height)
        self._states = [_State((1, 0, 0, 1, -x, -y))]

    def _draw(self, name: str, given: Mapping[str, str], state: _State) -> None:
        outline = Outline().read(_path_of(name, given)).written(state.matrix)
        if outline:
            self._shapes.append(Shape(outline, state.fill, state.even_odd))
        if len(self._shapes) > _MOST_SHAPES:
            raise UnusablePictureError("är en alltför invecklad SVG-fil")


def _refuse_entity(*_declared: object) -> None:
    raise UnusablePictureError("innehåller definitioner som inte får stå i en bild")


def _refuse_active(name: str, attributes: Mapping[str, str]) -> None:
    leads = any(key.rpartition(" ")[2].lower() == "href" or key.lower().startswith("on") for key in attributes)
    fetches = any("url(" in value.lower() and "url(#" not in value.lower() for value in attributes.values())
    if leads or fetches or name in ("script", "image", "use", "a", "foreignObject", "iframe"):
        raise UnusablePictureError("innehåller program, bilder eller länkar till något utanför sig själv")


def _refuse_undrawable(name: str, style: Mapping[str, str]) -> None:
    if name == "text":
        raise UnusablePictureError("innehåller text som inte är gjord till konturer")
    strokes = style.get("stroke", "none") != "none"
    fades = any(style.get(key, "") not in _FULL for key in ("opacity", "fill-opacity"))
    if strokes or fades or any(style.get(key, "none") != "none" for key in _UNDRAWABLE):
        raise UnusablePictureError(
            "använder linjer, genomskinlighet eller effekter i SVG som inte kan ritas i en handling"
        )


def _declared(style: str) -> dict[str, str]:
    """The declarations of a `style` attribute."""
    pairs = (declaration.partition(":") for declaration in style.split(";"))
    return {key.strip(): value.strip() for key, _, value in pairs if key.strip()}


def _within(above: _State, style: Mapping[str, str]) -> _State:
    fill = style.get("fill", "")
    rule = style.get("fill-rule", "")
    return _State(
        matrix=after(above.matrix, movement(style.get("transform", ""))),
        fill=_colour(fill) if fill and fill != "inherit" else above.fill,
        even_odd=rule == "evenodd" if rule else above.even_odd,
        is_silent=style.get("display") == "none" or style.get("visibility") == "hidden",
    )


def _colour(value: str) -> str:
    """A fill as #RRGGBB, "" for none. Raises ValueError for a pattern or a colour of another kind."""
    if value in ("none", "transparent"):
        return ""
    if _HEX.fullmatch(value):
        short = len(value) == len("#RGB")
        return "#" + "".join(digit * 2 for digit in value[1:]) if short else value
    if found := _RGB.fullmatch(value):
        return "#" + "".join(f"{min(int(part), 255):02X}" for part in found.groups())
    if value.lower() not in _NAMED:
        raise ValueError(f"cannot fill with {value[:40]!r}")
    return _NAMED[value.lower()]


def _path_of(name: str, given: Mapping[str, str]) -> str:
    """The path data of a form. Raises ValueError for one that is none of ours."""
    match name:
        case "path":
            return given.get("d", "")
        case "polygon":
            return f"M{given['points']}Z" if given.get("points", "").strip() else ""
        case "rect" if not {"rx", "ry"} & given.keys():
            return rectangle(*(_length(given, key) for key in ("x", "y", "width", "height")))
        case "circle":
            radius = _length(given, "r")
            return ellipse(_length(given, "cx"), _length(given, "cy"), radius, radius)
        case "ellipse":
            return ellipse(*(_length(given, key) for key in ("cx", "cy", "rx", "ry")))
    raise ValueError(f"cannot draw {name[:40]!r}")


def _length(given: Mapping[str, str], key: str) -> float:
    (length,) = numbers(given.get(key, "0").strip().removesuffix("px"))
    return length
