"""Reading a share file that nobody trusts: what it says is checked here, what its register holds in another process.

Before SQLite sees a byte, container, signature and hash must hold. What comes back is a staging database of our own
making; whether it may take the place of what is here is for others to ask.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from threading import Thread, Timer
from typing import IO, Any

import itadmin
from itadmin.domain.values import LISTS
from itadmin.domain.words import BUILT_IN, Words
from itadmin.storage.sharing.arriving import Trouble
from itadmin.storage.sharing.envelope import opened
from itadmin.storage.sharing.manifest import Manifest
from itadmin.storage.sharing.refused import RefusedError

MOST_SECONDS = 30.0
_LARGEST_ANSWER = 512 * 1024 * 1024
_LARGEST_CLOCK = 2**62
"""Some two thousand years on: a clock that cannot be set, and that would stop all others."""
_ROOT = Path(itadmin.__file__).resolve().parent.parent

Ask = Callable[[bytes], bytes]
"""Takes a request to `child.py` and gives its answer."""


@dataclass(frozen=True)
class Staged:
    """A share file that has been read: what it says, its own bytes, and its records as a staging database.

    `words` are those that its records are called by, as it was read; `counts` are records by register; `troubles` what
    does not fit and stops nothing, the first of `number_of_troubles`.
    """

    manifest: Manifest
    content: bytes
    database: bytes
    words: Words
    counts: Mapping[str, int]
    troubles: tuple[Trouble, ...]
    number_of_troubles: int


def read_share(content: bytes, words: Words = BUILT_IN, ask: Ask | None = None) -> Staged:
    """Read a share file for a register whose words these are. Raises RefusedError; nothing else comes out of a file.

    `ask` looks into the register, in a process of its own unless one has made the file oneself.
    """
    manifest, register = opened(content)
    if not 0 < manifest.version.clock < _LARGEST_CLOCK:
        raise RefusedError("a version that no clock gives")
    told, database = _parted((ask or _asked)(_request(manifest, register, words)))
    return Staged(
        manifest,
        content,
        database,
        words,
        told["counts"],
        tuple(Trouble(*trouble) for trouble in told["troubles"]),
        told["number_of_troubles"],
    )


def _request(manifest: Manifest, register: bytes, words: Words) -> bytes:
    asked = {
        "owner": str(manifest.sender.id),
        "tables": [table.to_json() for table in manifest.tables],
        "words": {name: labels for name, labels in words.lists.items() if labels is not LISTS[name]},
    }
    return json.dumps(asked).encode() + b"\n" + register


def _parted(answer: bytes) -> tuple[dict[str, Any], bytes]:
    line, _, database = answer.partition(b"\n")
    told: dict[str, Any] = json.loads(line)
    if "refused" in told:
        raise RefusedError(told["refused"])
    return told, database


def _asked(request: bytes) -> bytes:
    """What the other process answers. Raises RefusedError when it ends in another way, or takes too long."""
    with closing(_Asking(request)) as asking:
        return asking.answer()


class _Asking:
    """One run of the process that looks into share files."""

    def __init__(self, request: bytes) -> None:
        self._process = _started()
        self._timer = Timer(MOST_SECONDS, self._process.kill)
        self._timer.start()
        self._feeder = Thread(target=_feed, args=(self._stream(self._process.stdin), request), daemon=True)
        self._feeder.start()

    def answer(self) -> bytes:
        """All it has to say."""
        answer = self._stream(self._process.stdout).read(_LARGEST_ANSWER + 1)
        if len(answer) > _LARGEST_ANSWER:
            raise RefusedError("the reader has too much to say")
        status = self._process.wait()
        if status or b"\n" not in answer:
            raise RefusedError(f"the reader ended with {status}")
        return answer

    def close(self) -> None:
        """End it, if it has not ended by itself."""
        self._timer.cancel()
        self._process.kill()
        self._process.wait()
        self._feeder.join()
        self._stream(self._process.stdout).close()

    @staticmethod
    def _stream(stream: IO[bytes] | None) -> IO[bytes]:
        if stream is None:
            raise RuntimeError("a pipe was asked for")
        return stream


def _feed(stream: IO[bytes], request: bytes) -> None:
    """Hand over the request; a reader that has ended does not want it."""
    try:
        with stream:
            stream.write(request)
    except OSError:
        return


if sys.platform == "win32":

    def _started() -> Popen[bytes]:
        """The program itself, begun as a reader, without a console; by its own name where that brings its Python."""
        hidden = subprocess.CREATE_NO_WINDOW
        if Path(sys.executable).stem.lower().startswith("itadmin"):
            return Popen(
                [sys.executable, "--read-share"], stdin=PIPE, stdout=PIPE, stderr=DEVNULL, creationflags=hidden
            )
        return Popen(
            [sys.executable, "-s", "-P", "-m", "itadmin", "--read-share"],
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            env=_environment(),
            creationflags=hidden,
        )

else:

    def _started() -> Popen[bytes]:
        """The program itself, begun as a reader by the same Python, which finds it where it was found here."""
        return Popen(
            [sys.executable, "-s", "-P", "-m", "itadmin", "--read-share"],
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            env=_environment(),
        )


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(_ROOT)}
