"""`signatures`: who has signed a PDF, and whether it is still what was signed."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime

from itadmin.cli.context import Context
from itadmin.services.attachments import read_content
from itadmin.services.signatures import (
    NOT_CHECKED,
    STATES,
    SignatureSeen,
    moment,
    sentences,
    signatures_of,
    signer,
)


def show_signatures(arguments: Namespace, context: Context) -> int:
    """Print the signatures of a file, the oldest first; 1 when one of them is not whole."""
    found = signatures_of(read_content(arguments.pdf))
    if arguments.format == "json":
        context.output.json([_object(seen) for seen in found])
    else:
        for seen in found:
            context.output.line(f"{signer(seen)} · {moment(seen)} · {STATES[seen.state]}")
            for sentence in sentences(seen):
                context.output.line(f"  {sentence}")
        context.output.line(NOT_CHECKED if found else "Filen har inga elektroniska underskrifter.")
    return 0 if all(seen.is_whole for seen in found) else 1


def _object(seen: SignatureSeen) -> dict[str, object]:
    return {
        "kind": seen.kind,
        "name": seen.name or None,
        "organisation": seen.organisation or None,
        "issuer": seen.issuer or None,
        "signed_at": _time(seen.claimed_at),
        "stamped_at": _time(seen.stamped_at),
        "valid_from": _time(seen.valid_from),
        "valid_to": _time(seen.valid_to),
        "reason": seen.reason or None,
        "place": seen.place or None,
        "state": seen.state,
        "later": seen.later,
        "told": list(sentences(seen)),
    }


def _time(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat(timespec="seconds") if moment else None
