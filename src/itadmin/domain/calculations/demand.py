"""What an agreement promises held against what a system needs: time to recover, availability and support.

What a system needs is what it says itself, or else what the driftklass that suits its availability class T proposes.
Only agreements of kinds that promise anything of it count. Days and records are no affair of this module.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from itadmin.domain.money import NBSP, format_percent, grouped
from itadmin.domain.service_classes import preset, suggested_class
from itadmin.domain.service_time import WEEK_OF_MINUTES, Week, covers, hours_in, weekly_hours

OPERATES = frozenset({"driftavtal", "driftoverenskommelse", "molntjanstavtal"})
"""Kinds that keep a system running: what they are silent about is remarked on."""

SUPPORTS = frozenset({"supportavtal"})
"""Kinds that help users: of these silence about support is remarked on."""

PROMISES = OPERATES | SUPPORTS | {"underhallsavtal", "leverantorsavtal"}
"""Kinds whose promises are held against the need."""

_NO_DEMAND = "0"
_ON_CALL = re.compile(r"[,;]?\s*(?:och\s+)?jour (?:all )?övrig tid\.?$", re.IGNORECASE)
_WHOLE_WEEK: Week = ((0, WEEK_OF_MINUTES),)

Topic = Literal["aterstallning", "tillganglighet", "support"]


class Need(NamedTuple):
    """What is said of a system; percent in hundredths, times in hours, `availability_class` "0"–"4" or ""."""

    name: str
    availability_class: str = ""
    rto_hours: int | None = None
    longest_outage_hours: int | None = None
    availability_percent: int | None = None
    support_hours: str = ""


class Promise(NamedTuple):
    """What is said in an agreement; `on_call` when it can be reached outside its support hours."""

    title: str
    kind: str
    rto_hours: int | None = None
    longest_outage: str = ""
    availability_percent: int | None = None
    support_hours: str = ""
    on_call: bool = False


class Gap(NamedTuple):
    """Something that is not met (`is_mismatch`), or not said or not to be compared where it is needed.

    `at_agreement` is the sentence that stands at the agreement, `at_system` the one at the system.
    """

    topic: Topic
    is_mismatch: bool
    at_agreement: str
    at_system: str


def gaps(need: Need, promise: Promise) -> tuple[Gap, ...]:
    """List what an agreement does not promise of what a system needs; none for kinds that promise nothing of it."""
    if promise.kind not in PROMISES:
        return ()
    found = (_recovery(need, promise), _availability(need, promise), _support(need, promise))
    return tuple(gap for gap in found if gap is not None)


class _Wanted(NamedTuple):
    """A need in words, and why where it follows from the class."""

    words: str
    why: str = ""


def _recovery(need: Need, promise: Promise) -> Gap | None:
    own = [hours for hours in (need.rto_hours, need.longest_outage_hours) if hours is not None]
    wanted, why = (min(own), "") if own else (_by_class(need, "rto_hours"), _class_in_words(need))
    if wanted is None:
        return None
    words = _Wanted(_hours(wanted), why)
    promised = promise.rto_hours if promise.rto_hours is not None else hours_in(promise.longest_outage)
    if promised is not None:
        said = f"lovar åter i drift inom {_hours(promised)}"
        return _gap("aterstallning", need, promise, said, words) if promised > wanted else None
    if promise.longest_outage:
        said = f"lovar ett längsta avbrott, ”{promise.longest_outage}”, som inte går att jämföra"
        return _remark("aterstallning", need, promise, said, words)
    return _silence("aterstallning", need, promise, "säger inte hur snart driften ska vara igång igen", words)


def _availability(need: Need, promise: Promise) -> Gap | None:
    wanted, why = need.availability_percent, ""
    if wanted is None:
        wanted, why = _by_class(need, "availability_percent"), _class_in_words(need)
    if wanted is None:
        return None
    words = _Wanted(format_percent(wanted), why)
    promised = promise.availability_percent
    if promised is None:
        return _silence("tillganglighet", need, promise, "säger inget om tillgänglighet", words)
    said = f"lovar {format_percent(promised)} tillgänglighet"
    return _gap("tillganglighet", need, promise, said, words) if promised < wanted else None


def _support(need: Need, promise: Promise) -> Gap | None:
    text, why = need.support_hours, ""
    if not text:
        text, why = str(preset(_class_of(need)).get("support_hours", "")), _class_in_words(need)
    wanted = _reachable(text)
    if not text:
        return None
    words = _Wanted(f"support {_in_sentence(text)}", why)
    if wanted is None:
        return _unreadable_need(need, promise)
    if promise.on_call:
        return None
    if not promise.support_hours:
        return _silence("support", need, promise, "säger inget om supporttid", words)
    offered = _reachable(promise.support_hours)
    if offered is None:
        said = f"lovar support ”{promise.support_hours}”, som inte går att jämföra"
        return _remark("support", need, promise, said, words)
    said = f"lovar support {_in_sentence(promise.support_hours)}"
    return None if covers(offered, wanted) else _gap("support", need, promise, said, words)


def _unreadable_need(need: Need, promise: Promise) -> Gap:
    why = f"”{need.support_hours}” går inte att läsa som tider, så den support som"
    how = "Skriv till exempel vardagar 8–17 eller dygnet runt."
    return Gap(
        "support",
        is_mismatch=False,
        at_agreement=f"{why} {need.name} behöver kan inte jämföras med avtalet.",
        at_system=f"{why} behövs kan inte jämföras med {promise.title}. {how}",
    )


def _gap(topic: Topic, need: Need, promise: Promise, said: str, wanted: _Wanted) -> Gap:
    return _told(topic, need, promise, f"{said},", wanted)._replace(is_mismatch=True)


def _remark(topic: Topic, need: Need, promise: Promise, said: str, wanted: _Wanted) -> Gap:
    return _told(topic, need, promise, f"{said};", wanted)


def _told(topic: Topic, need: Need, promise: Promise, said: str, wanted: _Wanted) -> Gap:
    needs = f"behöver {wanted.words}{wanted.why}."
    return Gap(
        topic,
        is_mismatch=False,
        at_agreement=f"Avtalet {said} {need.name} {needs}",
        at_system=f"{promise.title} {said} systemet {needs}",
    )


def _silence(topic: Topic, need: Need, promise: Promise, said: str, wanted: _Wanted) -> Gap | None:
    """A remark on what an agreement says nothing of, where agreements of its kind ought to."""
    ought = promise.kind in OPERATES or (topic == "support" and promise.kind in SUPPORTS)
    return _remark(topic, need, promise, said, wanted) if ought else None


def _class_of(need: Need) -> str:
    return "" if need.availability_class == _NO_DEMAND else suggested_class(need.availability_class)


def _by_class(need: Need, field: str) -> int | None:
    value = preset(_class_of(need)).get(field)
    return value if isinstance(value, int) else None


def _class_in_words(need: Need) -> str:
    return f" enligt klassningen (T{need.availability_class}, driftklass {_class_of(need)})"


def _reachable(text: str) -> Week | None:
    """The hours at which somebody can be reached; with jour the rest of the time that is always."""
    without = _ON_CALL.sub("", text)
    return weekly_hours(text) if without == text else _WHOLE_WEEK


def _hours(hours: int) -> str:
    return f"{grouped(hours)}{NBSP}{'timme' if hours == 1 else 'timmar'}"


def _in_sentence(text: str) -> str:
    """A text as it stands within a sentence: its first letter small, without a full stop."""
    return f"{text[:1].lower()}{text[1:].rstrip('.')}"
