"""What a sender shared before and no longer does, by what the manifests of two of its files have places for."""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.domain.sharing import PROFILES
from itadmin.services.sharing.less import Lost
from itadmin.storage.sharing.layout import Holding, holdings
from itadmin.storage.sharing.manifest import Manifest
from itadmin.storage.sharing.schema import ShareTable

Place = tuple[str, str]


def lost_between(before: Manifest, after: Manifest) -> Lost:
    """What the earlier file says something of and the later has no place for, as far as that is known here."""
    lost = _said(before) - _places(after)
    found: dict[str, frozenset[str]] = {}
    for holding in holdings(PROFILES["itchefsgruppen"]):
        name = holding.register.name
        if (name, "") in lost:
            found[name] = frozenset()
        else:
            found[name] = found.get(name, frozenset()) | frozenset(_lost_of(holding, lost))
    return {name: fields for name, fields in found.items() if fields or (name, "") in lost}


def _lost_of(holding: Holding, lost: set[Place]) -> Iterator[str]:
    """The lost fields of a table, as profiles have them; all of what a register links or owns by that alone."""
    if (holding.table.name, "") in lost:
        yield holding.field
        return
    for column in holding.columns:
        if (holding.table.name, column) in lost:
            yield f"{holding.field}.{column}".lstrip(".")


def _said(manifest: Manifest) -> set[Place]:
    """The places of a file that has something there; a column may still be empty in every row."""
    return _places(manifest) - {(table.name, column) for table, column in _each(manifest) if not table.rows}


def _places(manifest: Manifest) -> set[Place]:
    """The tables, with "", and the columns that a file has, whether or not anything stands in them."""
    return {(table.name, column) for table, column in _each(manifest)}


def _each(manifest: Manifest) -> Iterator[tuple[ShareTable, str]]:
    for table in manifest.tables:
        yield from ((table, column) for column in ("", *(name for name, _ in table.columns)))
