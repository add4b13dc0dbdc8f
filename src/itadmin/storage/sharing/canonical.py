"""JSON in the one form that a share file has it in, so that every byte of it is accounted for.

Keys in order, no spaces, UTF-8, a newline last.
"""

from __future__ import annotations

import json
from typing import Any

from itadmin.storage.sharing.refused import RefusedError


def canonical(value: Any) -> bytes:
    """The bytes of what JSON can hold. Raises ValueError for what it cannot, also half a surrogate pair."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return (text + "\n").encode()


def parsed(content: bytes) -> dict[str, Any]:
    """What canonical bytes say. Raises RefusedError for any others, and for what is no object."""
    try:
        value = json.loads(content.decode())
        again = canonical(value)
    except (ValueError, RecursionError) as error:
        raise RefusedError(f"not JSON: {error}") from error
    if again != content:
        raise RefusedError("not canonical JSON")
    if not isinstance(value, dict):
        raise RefusedError("not a JSON object")
    return value
