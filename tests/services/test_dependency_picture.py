"""Dependencies in boxes, lines and words."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.dependencies import Flow, Side
from itadmin.domain.calculations.layered_layout import Tie
from itadmin.domain.registers.integrations import Integration
from itadmin.services.dependencies import Dependencies, Part
from itadmin.services.dependency_picture import Weight, draw, listed, steps_away
from itadmin.services.reading import Read


@dataclass
class Named:
    """Parts and flows by short names."""

    flows: dict[tuple[str, str], str]
    critical: tuple[str, ...] = ()

    def found(self, centre: str) -> Dependencies:
        flows = [Flow(*pair) for pair in sorted(self.flows)]
        keys = sorted({key for flow in flows for key in (flow.giver, flow.receiver)} | {centre})
        carried = {Flow(*pair): (self._read(name),) for pair, name in self.flows.items()}
        return Dependencies(centre, {key: self._part(key) for key in keys}, tuple(flows), carried)

    def _part(self, key: str) -> Part:
        if key.startswith("ext"):
            return Part(key, key.title())
        if key in self.critical:
            return Part(key, key.title(), UUID(int=1), "Verksamhetskritisk", 3, is_critical=True)
        return Part(key, key.title(), UUID(int=2))

    def _read(self, name: str) -> Read:
        grave = "kritisk" if name == "Lön" else ""
        return Read(Integration(name=name, criticality=grave), name, {}, {}, placeholder=False)


FOUND = Named(
    {
        ("lön", "ekonomi"): "Lön",
        ("ekonomi", "lön"): "Åter",
        ("ekonomi", "extbank"): "Betalfil",
        ("ad", "lön"): "Konton",
    },
    critical=("lön",),
).found("ekonomi")


def test_boxes_stand_out_by_what_they_are() -> None:
    boxes = draw(FOUND, 2).boxes
    assert {key: (box.layer, box.weight, box.note) for key, box in boxes.items()} == {
        "ekonomi": (0, Weight.OWN, ""),
        "lön": (-1, Weight.CRITICAL, "Verksamhetskritisk"),
        "ad": (-2, Weight.PLAIN, ""),
        "extbank": (1, Weight.OUTSIDE, "Extern part"),
    }


def test_one_line_for_each_pair_with_the_heads_it_needs() -> None:
    picture = draw(FOUND, 2)
    assert set(picture.ties) == {Tie("ad", "lön"), Tie("ekonomi", "extbank"), Tie("ekonomi", "lön", back=True)}
    assert picture.critical == {Tie("ekonomi", "lön", back=True)}


def test_the_whole_is_told_in_a_sentence() -> None:
    assert draw(FOUND, 2).sentence == (
        "Ekonomi beror på 2 system. 1 system och 1 extern part beror på Ekonomi. Verksamhetskritiska: Lön."
    )
    assert draw(FOUND, 1, Side.GIVERS).sentence == "Ekonomi beror på 1 system. Verksamhetskritiska: Lön."
    assert draw(FOUND, 1, Side.RECEIVERS).sentence == (
        "1 system och 1 extern part beror på Ekonomi. Verksamhetskritiska: Lön."
    )
    assert draw(Named({}).found("ensam"), 3).sentence == "Ensam har inga kända beroenden."


def test_a_box_is_told_in_a_sentence() -> None:
    boxes = draw(FOUND, 2).boxes
    assert boxes["lön"].words == "Lön, verksamhetskritisk, får från Ad och Ekonomi, ger till Ekonomi."
    assert boxes["extbank"].words == "Extbank, extern part, får från Ekonomi."


def test_many_names_are_told_by_their_number() -> None:
    many = Named({("nav", f"s{number}"): "X" for number in range(6)}).found("nav")
    assert draw(many, 1).boxes["nav"].words == "Nav, ger till S0, S1 och 4 till."


def test_many_in_a_layer_stand_in_one_box_with_their_lines() -> None:
    flows = {("nav", f"s{number:02}"): "X" for number in range(20)} | {("s19", "slut"): "Y", ("s18", "s19"): "Z"}
    found = Named(flows, critical=("s17",)).found("nav")
    picture = draw(found, 2, most=5)
    more = picture.boxes["more:1"]
    assert [key for key, box in picture.boxes.items() if box.layer == 1] == ["s17", "s19", "s18", "s00", "more:1"]
    assert (more.title, more.weight, len(more.parts)) == ("+ 16 till", Weight.MORE, 16)
    assert more.words.startswith("16 till: S01, S02, ")
    assert Tie("nav", "more:1") in picture.ties
    assert len(picture.ties) == 5 + 2
    assert len(draw(found, 2, most=5, opened=[1]).boxes) == 22


@pytest.mark.parametrize("side", [Side.GIVERS, Side.RECEIVERS])
def test_the_list_says_what_each_goes_through(side: Side) -> None:
    lines: Any = [(line.level, line.part.key, line.through, line.is_repeated) for line in listed(FOUND, 2, side)]
    assert (
        lines
        == {
            Side.GIVERS: [(1, "lön", "Lön", False), (2, "ad", "Konton", False), (2, "ekonomi", "Åter", True)],
            Side.RECEIVERS: [(1, "extbank", "Betalfil", False), (1, "lön", "Åter", False), (2, "ekonomi", "Lön", True)],
        }[side]
    )


@pytest.mark.parametrize(
    ("layer", "words"),
    [(-2, "i 2 steg"), (-1, "Systemet beror på"), (0, ""), (1, "Beroende av systemet"), (3, "i 3 steg")],
)
def test_layers_have_headings(layer: int, words: str) -> None:
    assert steps_away(layer) == words
