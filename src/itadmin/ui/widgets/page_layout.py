"""Where the pages of a paper lie when they are stacked below each other. Arithmetic only, no Qt."""

from bisect import bisect_right
from dataclasses import dataclass

POINTS_PER_INCH = 72
PIXELS_PER_INCH = 96


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page's size on paper, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A page's rectangle in the stack, in whole logical pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """The first pixel below the page."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class PageStack:
    """The places of all pages and the size of what holds them."""

    places: tuple[PagePlace, ...]
    width: int
    height: int

    def page_at(self, height: float) -> int:
        """Give the page that lies at this height, or the one just above the gap there; 0 when there are none."""
        tops = [place.top for place in self.places]
        return max(bisect_right(tops, height) - 1, 0)

    def between(self, top: float, bottom: float) -> range:
        """Give the pages of which anything lies between two heights."""
        first = self.page_at(top)
        if first < len(self.places) and self.places[first].bottom <= top:
            first += 1
        last = first
        while last < len(self.places) and self.places[last].top < bottom:
            last += 1
        return range(first, last)


def pixels(points: float, zoom: float) -> int:
    """Give how many logical pixels `points` on paper are at this zoom, where 1 is the size of the paper."""
    return round(points * zoom * PIXELS_PER_INCH / POINTS_PER_INCH)


def stack(sizes: tuple[PageSize, ...], zoom: float, room: int, margin: int, *, shrink: bool = False) -> PageStack:
    """Stack pages `margin` pixels apart, centred in `room` pixels, or as wide as they need when that is more.

    `shrink` makes pages that are too wide for the room, such as a lying one among standing ones, as wide as it.
    """
    zooms = [min(zoom, zoom_to_fit((size,), room, margin)) if shrink else zoom for size in sizes]
    widths = [pixels(size.width, each) for size, each in zip(sizes, zooms, strict=True)]
    whole = max(room, max(widths, default=0) + 2 * margin)
    places = []
    top = margin
    for size, each, width in zip(sizes, zooms, widths, strict=True):
        height = pixels(size.height, each)
        places.append(PagePlace((whole - width) // 2, top, width, height))
        top += height + margin
    return PageStack(tuple(places), whole, top)


def zoom_to_fit(sizes: tuple[PageSize, ...], room: int, margin: int) -> float:
    """Give the zoom at which the most common page width fills `room` with a margin at each side; 1 without pages."""
    if not sizes:
        return 1.0
    widths = [size.width for size in sizes]
    common = max(widths, key=widths.count)
    free = max(room - 2 * margin, 1)
    return free * POINTS_PER_INCH / (PIXELS_PER_INCH * common)
