"""Kommuner that change, share, lose, repeat, go back to backups and have wrong clocks all see the same region."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itadmin.domain.identifiers import municipality_id
from itadmin.services.digest import digest
from itadmin.services.reading import Reading

CODES = ("1438", "1439", "1460")
ACTS = ("change", "change", "change", "share", "deliver", "deliver", "back_up", "restore", "ahead", "back")
DAY = 86_400.0
MOST_ROUNDS = 4

Load = Callable[[str], Any]


class Play:
    """Some kommuner, what they have sent, and what happens to them."""

    def __init__(self, load: Load, blank: dict[str, bytes], chance: Random) -> None:
        self.load, self.chance = load, chance
        self.kommuner = {code: load("shares").Kommun(code, blank[code], "play") for code in CODES}
        self.backups = {code: kommun.content() for code, kommun in self.kommuner.items()}
        self.sent: list[Any] = []

    def act(self, code: str, act: str) -> None:
        kommun = self.kommuner[code]
        if act == "change":
            self.load("regions").change_something(kommun, self.chance)
        elif act == "share":
            self.sent.append(self.shared(kommun))
        elif act == "deliver" and self.sent:
            kommun.receive(self.chance.choice(self.sent))
        elif act == "back_up":
            self.backups[code] = kommun.content()
        elif act == "restore":
            kommun.restore(self.backups[code])
        elif act == "ahead":
            kommun.wait(2 * DAY)
        elif act == "back":
            kommun.wait(-3 * DAY)

    def shared(self, kommun: Any) -> Any:
        return self.load("shares").parcel(kommun.share())

    def exchange(self) -> None:
        """Everybody gets all that has been sent, then what everybody has, in an order of their own."""
        self.deliver(self.sent)
        for _ in range(MOST_ROUNDS):
            self.deliver([self.shared(kommun) for kommun in self.kommuner.values()])

    def deliver(self, files: list[Any]) -> None:
        for kommun in self.kommuner.values():
            for file in self.chance.sample(files, len(files)):
                kommun.receive(file)

    def seen(self, owner: str) -> dict[str, str]:
        """What each kommun has of another's records, as a digest, and what the owner lets out of them."""
        theirs = {
            code: digest(Reading(kommun.file, kommun.around.today()), municipality_id(owner))
            for code, kommun in self.kommuner.items()
            if code != owner
        }
        return {**theirs, owner: self.shared(self.kommuner[owner]).version.digest}

    def close(self) -> None:
        for kommun in self.kommuner.values():
            kommun.close()


@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(
    chance=st.randoms(use_true_random=True),
    acts=st.lists(st.tuples(st.sampled_from(CODES), st.sampled_from(ACTS)), min_size=10, max_size=40),
)
def test_all_see_the_same_when_all_has_come(
    load: Load, blank: dict[str, bytes], chance: Random, acts: list[tuple[str, str]]
) -> None:
    play = Play(load, blank, chance)
    try:
        for code, act in acts:
            play.act(code, act)
        play.exchange()
        for code in CODES:
            assert len(set(play.seen(code).values())) == 1, code
    finally:
        play.close()


@pytest.mark.parametrize("seed", range(3))
def test_every_order_of_some_files_ends_in_the_same_register(load: Load, blank: dict[str, bytes], seed: int) -> None:
    """The short form of `python -m benchmarks orders`."""
    region = load("regions").region(seed, blank, 4)
    assert load("orders").try_all(region, together=True) > 4


def test_each_order_by_itself_ends_so_too(load: Load, blank: dict[str, bytes]) -> None:
    region = load("regions").region(9, blank, 3)
    assert load("orders").try_all(region, together=False) == 3 + 6 + 6


def test_orders_that_differ_are_noticed(load: Load, blank: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever comes last wins when versions are not asked: the trial must see it."""
    monkeypatch.setattr("itadmin.storage.sharing.manifest.Version.is_newer_than", lambda *_: True)
    region = load("regions").region(0, blank, 3)
    with pytest.raises(load("orders").DifferingOrdersError):
        load("orders").try_all(region, together=True)
