"""Addresses that users have typed: which of them can be opened, as what, and whose they are. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from itadmin.domain.attached_files import can_be_opened
from itadmin.domain.text import clean_line

Kind = Literal["webb", "epost", "fil", "mapp"]

_WINDOWS_PATH = re.compile(r"[A-Za-z]:[\\/]|\\\\[^\\/]+[\\/]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d)")
_EMAIL = re.compile(r"[^@\s/:]+@[^@\s/:]+\.[^@\s/:]+")
_BARE_HOST = re.compile(r"[^\s/@\\:]+\.[^\s/@\\:.]{2,}(?::\d+)?(?:[/?#]\S*)?")


@dataclass(frozen=True, slots=True)
class Target:
    """What an address leads to: the address as it is opened, and where that is (a host, a receiver or a folder)."""

    kind: Kind
    address: str
    place: str


def target_of(text: str) -> Target:
    """What an address leads to. Raises ValueError with a Swedish sentence when it is not opened from here."""
    address = clean_line(text)
    if _WINDOWS_PATH.match(address) or address.startswith("/"):
        return _path(address)
    scheme = _SCHEME.match(address)
    if scheme and scheme[1].casefold() in ("http", "https"):
        return _web(address)
    if scheme and scheme[1].casefold() == "mailto" and _EMAIL.fullmatch(address[len("mailto:") :]):
        return Target("epost", f"mailto:{address[len('mailto:') :]}", address[len("mailto:") :])
    if _EMAIL.fullmatch(address):
        return Target("epost", f"mailto:{address}", address)
    if not scheme and _BARE_HOST.fullmatch(address):
        return _web(f"https://{address}")
    raise ValueError("Bara webbadresser, e-postadresser och sökvägar till mappar och dokument öppnas härifrån.")


def _web(address: str) -> Target:
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    if not host or any(sign.isspace() for sign in address) or "\\" in address:
        raise ValueError("Webbadressen är inte hel. Skriv den som https://www.exempel.se.")
    return Target("webb", address, host)


def _path(address: str) -> Target:
    folder, _, name = address.replace("\\", "/").rstrip("/").rpartition("/")
    if "." not in name:
        return Target("mapp", address, address)
    if not can_be_opened(name):
        raise ValueError(f"{name} är av ett slag som kan köra något på datorn och öppnas inte härifrån.")
    return Target("fil", address, folder or "/")
