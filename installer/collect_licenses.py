"""Copy the licence texts of the program's Python packages from the running environment to ``resources/licenses``.

One file a package, named as the package. Run it after a change of ``requirements.txt``; a test tells when it was
forgotten. PySide6 and shiboken6 carry no text of their own: LGPL-3.0.txt and GPL-3.0.txt stand for them.
"""

import argparse
import re
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path

# Parts that PDFium can be built with but that are not in the builds the program uses.
NOT_BUILT_IN = {"android", "v8_xfa", "pbin_musl", "cibw_musl"}
WITHOUT_TEXT = {"pyside6-essentials", "shiboken6"}


def locked_packages(lock: str) -> list[str]:
    """Return the names in a hashed requirements file, in its order."""
    return re.findall(r"^([a-z0-9-]+)==", lock, flags=re.MULTILINE)


def license_text(package: Distribution) -> str:
    """Return all licence files of an installed package as one text, each under a line with its name.

    Raises LookupError if there is none.
    """
    parts = []
    for file in sorted(package.files or [], key=str):
        inside = re.search(r"\.dist-info/(?:licenses/(.+)|(LICEN[CS]E.*))$", file.as_posix())
        if inside and not NOT_BUILT_IN & set(file.parts):
            lines = [line.rstrip() for line in decoded(file.read_binary()).strip().splitlines()]
            parts.append("\n".join([f"===== {inside[1] or inside[2]}", "", *lines, ""]))
    if not parts:
        raise LookupError(package.name)
    return "\n".join(parts)


def decoded(content: bytes) -> str:
    """Return the text of a file: UTF-8, or Latin-1 as a few old ones are."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def main(arguments: list[str]) -> None:
    """Write one file a package into the folder that the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lock", type=Path, help="requirements.txt")
    parser.add_argument("folder", type=Path, help="resources/licenses")
    options = parser.parse_args(arguments)
    for name in locked_packages(options.lock.read_text(encoding="utf-8")):
        if name not in WITHOUT_TEXT:
            text = license_text(distribution(name))
            (options.folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
