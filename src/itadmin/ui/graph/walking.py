"""Which box the arrow keys lead to in a picture of dependencies. Plain rectangles; no widget."""

from __future__ import annotations

from itadmin.ui.graph.painting import Placed


def beside(placed: Placed, key: str, by: int) -> str:
    """The nearest box in the next layer to the right (`by` 1) or left (−1), one it is tied to if there is any."""
    layers = placed.picture.layers
    further = [layer for layer in set(layers.values()) if (layer - layers[key]) * by > 0]
    if not further:
        return key
    layer = min(further, key=lambda each: abs(each - layers[key]))
    there = [other for other in layers if layers[other] == layer]
    tied = {end for tie in placed.picture.ties if key in (tie.first, tie.second) for end in (tie.first, tie.second)}
    middle = placed.rect(key).center().y()
    return min(
        [other for other in there if other in tied] or there,
        key=lambda other: (abs(placed.rect(other).center().y() - middle), other),
    )


def along(placed: Placed, key: str, by: int) -> str:
    """The next box below (`by` 1) or above (−1) in the same layer."""
    layers = placed.picture.layers
    column = sorted(
        (other for other in layers if layers[other] == layers[key]), key=lambda other: placed.rect(other).top()
    )
    return column[min(max(column.index(key) + by, 0), len(column) - 1)]
