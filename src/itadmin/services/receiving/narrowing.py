"""What a sender shared before and no longer does, by what the manifests of two of its files have places for."""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import PROFILES
from itadmin.services.receiving.troubles import field_label
from itadmin.storage.sharing.layout import Holding, holdings
from itadmin.storage.sharing.manifest import Manifest


def lost_fields(before: Manifest, after: Manifest) -> list[str]:
    """The labels of fields that the earlier file has places for and the later has not, as far as they are known here.

    A register of which nothing is left is told by its own name.
    """
    lost = _places(before) - _places(after)
    names = []
    for holding in holdings(PROFILES["itchefsgruppen"]):
        if holding.table.form == "records" and (holding.table.name, "") in lost:
            names.append(REGISTERS[holding.register.name].plural)
        elif (holding.register.name, "") not in lost:
            names += _lost_of(holding, lost)
    return names


def _lost_of(holding: Holding, lost: set[tuple[str, str]]) -> Iterator[str]:
    """The lost fields of a table, each after the register it is of."""
    singular = holding.register.singular.capitalize()
    if (holding.table.name, "") in lost:
        yield f"{singular}: {field_label(holding.register.name, holding.field)}"
        return
    for column in holding.columns:
        if (holding.table.name, column) in lost:
            yield f"{singular}: {field_label(holding.register.name, f'{holding.field}.{column}'.lstrip('.'))}"


def _places(manifest: Manifest) -> set[tuple[str, str]]:
    """The tables, with "", and the columns that a file has, whether or not anything stands in them."""
    return {(table.name, column) for table in manifest.tables for column in ("", *(name for name, _ in table.columns))}
