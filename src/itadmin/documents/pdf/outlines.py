"""Outlines of a drawing: path data as SVG writes it, and where it is moved, as plain absolute curves.

What cannot be read is a ValueError. Knows letters and numbers, nothing of files.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, isfinite, radians, sin
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Matrix: TypeAlias = tuple[float, float, float, float, float, float]

UNMOVED: Matrix = (1, 0, 0, 1, 0, 0)
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_TOKEN = re.compile(rf"[A-DF-Za-df-z]|{_NUMBER}")
_BETWEEN = re.compile(r"[\s,]*")
_MOVE = re.compile(r"\s*,?\s*(\w+)\s*\(([^)]*)\)")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "Z": 0}
_ROUND = 0.5523
"""How far the handles of a quarter of a circle stand from its ends, of the radius."""
_GREATEST = 1e7
_MOST_TOKENS = 200_000


def numbers(text: str) -> list[float]:
    """The numbers of a list. Raises ValueError for anything else, and for what is too great to be drawn."""
    return [_number(token) for token in _tokens(text)]


def _tokens(text: str) -> list[str]:
    found = _TOKEN.findall(text)
    if len(found) > _MOST_TOKENS or _BETWEEN.sub("", text) != "".join(found):
        raise ValueError("cannot read the outline")
    return found


def _number(token: str) -> float:
    value = float(token)
    if not isfinite(value) or abs(value) > _GREATEST:
        raise ValueError("too great a number")
    return value


def after(outer: Matrix, inner: Matrix) -> Matrix:
    """The matrix that moves first by `inner`, then by `outer`."""
    a, b, c, d, e, f = outer
    return (
        a * inner[0] + c * inner[1],
        b * inner[0] + d * inner[1],
        a * inner[2] + c * inner[3],
        b * inner[2] + d * inner[3],
        a * inner[4] + c * inner[5] + e,
        b * inner[4] + d * inner[5] + f,
    )


def movement(text: str) -> Matrix:
    """The matrix that the words of a `transform` amount to. Raises ValueError."""
    moved, end = UNMOVED, 0
    for found in _MOVE.finditer(text):
        if found.start() != end:
            break
        moved, end = after(moved, _one_movement(found[1], numbers(found[2]))), found.end()
    if text[end:].strip():
        raise ValueError(f"cannot read the movement {text[:40]!r}")
    return moved


def _one_movement(word: str, values: Sequence[float]) -> Matrix:
    match word, values:
        case "matrix", [a, b, c, d, e, f]:
            return (a, b, c, d, e, f)
        case "translate", [x, *rest]:
            return (1, 0, 0, 1, x, rest[0] if rest else 0)
        case "scale", [x, *rest]:
            return (x, 0, 0, rest[0] if rest else x, 0, 0)
        case "rotate", [angle, *rest]:
            turned = (cos(radians(angle)), sin(radians(angle)), -sin(radians(angle)), cos(radians(angle)), 0.0, 0.0)
            x, y = rest or (0, 0)
            return after(after((1, 0, 0, 1, x, y), turned), (1, 0, 0, 1, -x, -y))
    raise ValueError(f"cannot read the movement {word!r}")


@dataclass(slots=True)
class Outline:
    """A path that is read letter by letter; `parts` are its absolute letters M L C Z with their points."""

    parts: list[tuple[str, tuple[Point, ...]]] = field(default_factory=list)
    _here: Point = (0.0, 0.0)
    _start: Point = (0.0, 0.0)
    _handle: tuple[str, Point] = ("", (0.0, 0.0))

    def read(self, data: str) -> "Outline":
        """Take in path data; returns itself. Raises ValueError for what is no path of straight lines and curves."""
        tokens = _tokens(data)
        letter, at = "", 0
        while at < len(tokens):
            if tokens[at].isalpha():
                letter, at = tokens[at], at + 1
            elif letter in ("", "Z", "z"):
                raise ValueError("cannot read the outline")
            count = _COUNTS.get(letter.upper())
            if count is None:
                raise ValueError(f"cannot draw {letter}")
            values = tokens[at : at + count]
            if len(values) < count or any(value.isalpha() for value in values):
                raise ValueError(f"too few numbers after {letter}")
            self._take(letter, [_number(value) for value in values])
            at += count
            letter = {"M": "L", "m": "l"}.get(letter, letter)
        return self

    def written(self, matrix: Matrix) -> str:
        """The outline moved by `matrix`, in the letters M L C Z."""
        a, b, c, d, e, f = matrix
        return " ".join(
            letter + " ".join(f"{a * x + c * y + e:.3f} {b * x + d * y + f:.3f}" for x, y in points)
            for letter, points in self.parts
        )

    def _take(self, letter: str, values: Sequence[float]) -> None:
        """Draw what one letter and its numbers say."""
        kind = letter.upper()
        if kind == "Z":
            self._add("Z", (), self._start)
            return
        points = self._points(kind, values, self._here if letter.islower() else (0.0, 0.0))
        match kind:
            case "M":
                self._start = points[0]
                self._add("M", points, points[0])
            case "L" | "H" | "V":
                self._add("L", points, points[0])
            case "C":
                self._curve("C", *points)
            case "S":
                self._curve("C", self._mirrored("C"), *points)
            case "Q":
                self._bend(*points)
            case "T":
                self._bend(self._mirrored("Q"), *points)

    def _points(self, kind: str, values: Sequence[float], origin: Point) -> list[Point]:
        """The points that numbers stand for, counted from `origin`."""
        x, y = origin
        if kind == "H":
            return [(x + values[0], self._here[1])]
        if kind == "V":
            return [(self._here[0], y + values[0])]
        return [(x + values[i], y + values[i + 1]) for i in range(0, len(values), 2)]

    def _add(self, letter: str, points: Sequence[Point], end: Point) -> None:
        self.parts.append((letter, tuple(points)))
        self._here, self._handle = end, ("", end)

    def _curve(self, kind: str, first: Point, second: Point, end: Point, handle: Point | None = None) -> None:
        self._add("C", (first, second, end), end)
        self._handle = (kind, handle or second)

    def _bend(self, handle: Point, end: Point) -> None:
        """A curve with one handle, as one with two."""
        first, second = (
            (point[0] + 2 / 3 * (handle[0] - point[0]), point[1] + 2 / 3 * (handle[1] - point[1]))
            for point in (self._here, end)
        )
        self._curve("Q", first, second, end, handle)

    def _mirrored(self, kind: str) -> Point:
        """The handle of a curve that goes smoothly on from one of the same kind."""
        if self._handle[0] != kind:
            return self._here
        return 2 * self._here[0] - self._handle[1][0], 2 * self._here[1] - self._handle[1][1]


def rectangle(x: float, y: float, width: float, height: float) -> str:
    """Path data of a rectangle."""
    return f"M{x} {y}h{width}v{height}h{-width}Z"


def ellipse(x: float, y: float, across: float, down: float) -> str:
    """Path data of an ellipse by its middle and radii."""
    a, b = across * _ROUND, down * _ROUND
    left, right, top, bottom = x - across, x + across, y - down, y + down
    return (
        f"M{right} {y}C{right} {y + b} {x + a} {bottom} {x} {bottom}C{x - a} {bottom} {left} {y + b} {left} {y}"
        f"C{left} {y - b} {x - a} {top} {x} {top}C{x + a} {top} {right} {y - b} {right} {y}Z"
    )
