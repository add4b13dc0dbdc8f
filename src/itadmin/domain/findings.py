"""What may be wrong with a record that only shows beside other records, or on a day: a word for the filter, a sentence.

A finding is a described rule: the storage answers by its key which records it is true of, for one record and for a
hundred thousand alike, so that the record's page, the filter and the work list always agree.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to find.

    `key` is permanent ("utan_systemagare"), `label` the filter's word ("utan systemägare"), `text` says at the record
    what is wrong and what to do; `field` is where it is mended, "" when not in a field. `grave` ones come first.
    """

    key: str
    label: str
    field: str
    text: str
    grave: bool = False
