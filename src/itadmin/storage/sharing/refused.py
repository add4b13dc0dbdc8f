"""The one error of everything that looks into a share file."""

from __future__ import annotations


class RefusedError(Exception):
    """The bytes are no share file that can be trusted; the text is for the curious, in English."""


class NewerError(RefusedError):
    """The file is whole, and in a form that a later version of the program makes."""
