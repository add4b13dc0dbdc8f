"""The package as a whole: what is slow is loaded when it is needed, by this package alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LOADED = """
import sys
from pathlib import Path
from itadmin.services.signatures import signatures_of
signatures_of(Path(sys.argv[1]).read_bytes())
print(sum(name.split(".")[0] in {"pyhanko", "aiohttp", "cryptography"} for name in sys.modules) > 0)
"""


def loads_pyhanko(content: bytes, file: Path) -> bool:
    file.write_bytes(content)
    told = subprocess.run([sys.executable, "-c", LOADED, file], capture_output=True, text=True, check=True).stdout
    return told.strip() == "True"


def test_a_file_without_signatures_loads_nothing_slow(paper: bytes, signed: bytes, tmp_path: Path) -> None:
    assert not loads_pyhanko(paper, tmp_path / "a.pdf")
    assert loads_pyhanko(signed, tmp_path / "b.pdf")
