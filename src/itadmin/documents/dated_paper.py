"""The paper that most lists and pictures begin as: whose it is and as of which day, on every page.

What is special – a draft, a lying sheet – is put on it with `dataclasses.replace`.
"""

from __future__ import annotations

from datetime import UTC, datetime, time

from itadmin.documents.content import Block, Paper
from itadmin.documents.phrases import day_in_words
from itadmin.documents.profiles import profile_for
from itadmin.services.reading import Reading

_SAMPLE = "Övningsdata"
_INTERNAL = "INTERNT"


def dated_paper(reading: Reading, title: str, body: tuple[Block, ...], *, internal: bool = True) -> Paper:
    """A paper of a file on the day of the reading; one that is not `internal` is for anybody."""
    organisation = reading.organisation().label
    sample = (_SAMPLE,) if reading.is_sample else ()
    return Paper(
        title=title,
        subtitle=f"{organisation}, {day_in_words(reading.day)}",
        subject=f"{title} – {organisation}",
        created=datetime.combine(reading.day, time(), UTC),
        profile=profile_for(reading, None),
        header_right=title,
        footer_left=" · ".join((title, reading.day.isoformat(), *sample)),
        marks=(*(word.upper() for word in sample), *((_INTERNAL,) if internal else ())),
        body=body,
    )
