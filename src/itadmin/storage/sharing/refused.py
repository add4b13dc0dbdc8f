"""The one error of everything that looks into a share file."""

from __future__ import annotations


class RefusedError(Exception):
    """The bytes are no share file that can be trusted; the text is for the curious, in English."""
