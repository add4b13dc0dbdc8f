"""Where the program's own files lie: forms (`ui/`) and fonts, icons, texts (`resources/`).

They stand at the top of the source tree, inside the package in a wheel, and beside the program when it is frozen.
Nothing else may guess. Knows nothing of what the files hold.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

INSTALLED = "_assets"


def asset_roots(package: Path, bundle: Path | None) -> tuple[Path, ...]:
    """The folders that may hold `ui/` and `resources/`, the likeliest first.

    `package` is the folder of the installed package, `bundle` the one a frozen program is unpacked in.
    """
    roots = [package / INSTALLED, package.parent.parent]
    if bundle is not None:
        roots[:0] = [bundle / package.name / INSTALLED, bundle]
    return tuple(roots)


def find_asset(roots: Iterable[Path], parts: tuple[str, ...]) -> Path:
    """The first `root/parts…` that exists. Raises FileNotFoundError when none does."""
    for root in roots:
        candidate = root.joinpath(*parts)
        if candidate.exists():
            return candidate
    raise FileNotFoundError("/".join(parts))


def asset(*parts: str) -> Path:
    """The file or folder `parts` below the assets: `asset("resources", "icons", "add_16.svg")`.

    Raises FileNotFoundError when the program was installed without it.
    """
    bundle = getattr(sys, "_MEIPASS", None)
    return find_asset(asset_roots(Path(__file__).parent, Path(bundle) if bundle else None), parts)
