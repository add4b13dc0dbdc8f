#!/usr/bin/env python3
"""Start, test, check and measure itadmin from its source tree.

    python3 dev.py run [ARGS]      the window on the sample region, or `itadmin ARGS`
    python3 dev.py test [ARGS]     the tests; ARGS go to pytest
    python3 dev.py check           format, style, types, layers and tests
    python3 dev.py bench [ARGS]    the benchmarks

Each command first sees to it that Qt's system libraries, the virtual environment and the locked packages are
in place. Standard library only, since it runs before anything is installed; of the program it knows no more
than the names of its commands. The first check is Python's version, so older versions must be able to read it.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

PYTHON_FLOOR = (3, 11)
STANDARD_ERROR = 2

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements-dev.txt"
VENV = ROOT / ".venv"
STAMP = VENV / "itadmin-stamp"
DEMO = ROOT / "demo"
DEMO_REGISTER = DEMO / "1460.itadmin"

# Shared library -> the Debian package that carries it. What Qt asks for before it can be imported at all …
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
}
# … and what it asks for besides before it can show a window under X11 or Wayland.
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}

CHECKS = {
    "Formatering": ["ruff", "format", "--check", "."],
    "Stil": ["ruff", "check", "."],
    "Typer": ["mypy"],
    "Lager": ["lint-imports"],
}


class CannotStartError(Exception):
    """The machine lacks something; the message is what the user is told, in Swedish."""


def main(arguments: list[str]) -> int:
    """Carry out one command and return its exit status: 2 for wrong usage, 3 when the machine lacks something."""
    if sys.version_info < PYTHON_FLOOR:
        return explain(f"itadmin behöver Python 3.11 eller nyare. Det här är Python {sys.version.split()[0]}.", 3)
    commands = {"run": run, "test": test, "check": check, "bench": bench}
    command = commands.get(arguments[0]) if arguments else None
    if command is None:
        return explain("Användning: python3 dev.py run|test|check|bench [ARGUMENT …]", 2)
    try:
        prepare(window=command is run and has_display())
        return command(arguments[1:])
    except CannotStartError as error:
        return explain(str(error), 3)
    except KeyboardInterrupt:
        return 130


def explain(message: str, status: int) -> int:
    """Tell the user something on standard error, which keeps standard output free for what was asked for."""
    print(message, file=sys.stderr, flush=True)
    return status


# The commands


def run(arguments: list[str]) -> int:
    """Start the program; without arguments on the sample region, which is made the first time."""
    if arguments:
        return itadmin(*arguments)
    status = 0 if DEMO_REGISTER.exists() else itadmin("demo", str(DEMO))
    if status:
        return status
    if has_display():
        return itadmin(str(DEMO_REGISTER))
    pictures = DEMO / "skarmbilder"
    status = itadmin("screenshots", str(pictures), str(DEMO_REGISTER))
    if not status:
        print("Ingen skärm hittades, så programmet öppnades utan fönster.")
        print(f"Övningsregionen och dess dokument: {DEMO}\nSkärmbilder: {pictures}")
    return status


def test(arguments: list[str]) -> int:
    """Run the tests on all cores; what the caller gives to pytest wins over what is given here."""
    return tool("pytest", "-n", "auto", "--dist", "loadgroup", *arguments)


def check(arguments: list[str]) -> int:
    """Run every check even if one fails, and close with a line for each."""
    results = {}
    for name, command in CHECKS.items():
        explain(f"\n{name} …", 0)
        results[name] = tool(*command)
    explain("\nProv …", 0)
    results["Prov"] = test(arguments)
    for name, status in results.items():
        print(f"{name:<12} {'fel' if status else 'ok'}")
    return int(any(results.values()))


def bench(arguments: list[str]) -> int:
    """Run the benchmarks."""
    return tool("python", "-m", "benchmarks", *arguments)


def itadmin(*arguments: str) -> int:
    """Run the program where the user stands, so that names of files mean what they say."""
    return call([program("python"), "-m", "itadmin", *arguments], environment=qt_environment(not has_display()))


def tool(name: str, *arguments: str) -> int:
    """Run one of the environment's programs in the root of the tree, with no window to be seen."""
    return call([program(name), *arguments], environment=qt_environment(offscreen=True), directory=ROOT)


def has_display() -> bool:
    """Say whether a window can be seen: always on Windows and macOS, elsewhere when a display is named."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def qt_environment(offscreen: bool) -> dict[str, str]:
    """Return this process's environment, with Qt's offscreen platform chosen where no other is."""
    return {"QT_QPA_PLATFORM": "offscreen", **os.environ} if offscreen else dict(os.environ)


# What must be in place


def prepare(*, window: bool) -> None:
    """Install what is missing of system libraries, environment and packages; nothing when all is as last time."""
    known = facts_of_last_time()
    libraries = {**QT_LIBRARIES, **WINDOW_LIBRARIES} if window else QT_LIBRARIES
    packages = fingerprint(LOCK, sys.version, sys.base_prefix, str(ROOT))
    project = fingerprint(ROOT / "pyproject.toml", Path(__file__).read_text(encoding="utf-8"))
    wanted = {packages, project, *libraries}
    if wanted <= known:
        return
    if sys.platform == "linux":
        unknown = {name: package for name, package in libraries.items() if name not in known}
        install_system_packages(unknown, environment=packages not in known)
    if packages not in known:
        make_environment()
        remember({packages, *libraries})
    if not {packages, project} <= known:
        install_tree()
    remember(wanted)


def facts_of_last_time() -> set[str]:
    """Return what was in place after the last preparation: two fingerprints and the names of libraries."""
    if not (STAMP.exists() and Path(program("python")).exists()):
        return set()
    return set(STAMP.read_text(encoding="utf-8").split("\n"))


def remember(facts: set[str]) -> None:
    """Note what is in place."""
    STAMP.write_text("\n".join(sorted(facts)), encoding="utf-8")


def fingerprint(file: Path, *facts: str) -> str:
    """Return a hash of a file's bytes and of some facts."""
    return hashlib.sha256(b"\0".join([file.read_bytes(), *(fact.encode() for fact in facts)])).hexdigest()


def make_environment() -> None:
    """Make the virtual environment anew and fill it with the locked packages, each checked against its hash."""
    if Path(sys.prefix) == VENV:
        raise CannotStartError(
            "Miljön i .venv behöver göras om. Kör dev.py med datorns egen Python, inte med den i .venv."
        )
    explain("Gör en virtuell miljö i .venv och hämtar paketen; det tar några minuter första gången …", 0)
    if call([sys.executable, "-m", "venv", "--clear", str(VENV)], stdout=STANDARD_ERROR):
        raise CannotStartError("Den virtuella miljön i .venv kunde inte göras; orsaken står ovan.")
    # Wheels only: a source package would run its own build with packages that no hash vouches for.
    if pip("install", "--require-hashes", "--only-binary", ":all:", "--requirement", str(LOCK)):
        raise CannotStartError(
            "Paketen kunde inte installeras; orsaken står ovan. Om nätet går genom en proxy som granskar TLS: låt "
            "PIP_CERT och SSL_CERT_FILE peka på proxyns certifikat och försök igen."
        )


def install_tree() -> None:
    """Install the tree itself so that its modules are found; the build backend is locked, so nothing is downloaded."""
    if pip("install", "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)):
        raise CannotStartError("Källkoden kunde inte installeras i miljön; orsaken står ovan.")


def pip(*arguments: str) -> int:
    """Run the environment's own pip."""
    options = ["--quiet", "--disable-pip-version-check", "--no-input"]
    return call([program("python"), "-m", "pip", *options, *arguments], stdout=STANDARD_ERROR)


def program(name: str) -> str:
    """Return the path of one of the environment's programs."""
    return str(VENV / (f"Scripts/{name}.exe" if sys.platform == "win32" else f"bin/{name}"))


# Debian's packages


def install_system_packages(libraries: dict[str, str], *, environment: bool) -> None:
    """Install the packages of those libraries that can't be loaded, and venv's own if an environment must be made."""
    missing = missing_packages(libraries, environment=environment)
    if not missing:
        return
    if not shutil.which("apt-get"):
        raise CannotStartError(
            f"Det här saknas på datorn och måste installeras först: {', '.join(missing)} (Debians namn)."
        )
    sudo = privileges()
    if sudo is not None:
        explain(f"Installerar med apt-get: {' '.join(missing)}", 0)
        options = ["-qq", "-o", "DPkg::Lock::Timeout=120"]
        environment_ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for action in (["update"], ["install", "-y", "--no-install-recommends", *missing]):
            call([*sudo, "apt-get", *options, *action], environment=environment_, stdout=STANDARD_ERROR)
        missing = missing_packages(libraries, environment=environment)
    if missing:
        raise CannotStartError(
            f"Be den som administrerar datorn att köra den här raden, och försök sedan igen:\n{apt_line(missing)}"
        )


def missing_packages(libraries: dict[str, str], *, environment: bool) -> list[str]:
    """Return the names of the Debian packages that are missing, in alphabetical order."""
    missing = {package for name, package in libraries.items() if not can_load(name)}
    importlib.invalidate_caches()
    if environment and importlib.util.find_spec("ensurepip") is None:
        missing.add(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return sorted(missing)


def can_load(library: str) -> bool:
    """Say whether the dynamic linker finds a shared library and all that it needs in turn."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def privileges() -> list[str] | None:
    """Return what to put before apt-get: nothing for root, sudo where it may be used, None where neither holds."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    return ["sudo"] if sys.stdin.isatty() else ["sudo", "-n"]


def apt_line(packages: list[str]) -> str:
    """Return the one line to give to an administrator; it fetches apt's lists first where the machine has none."""
    line = f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
    return line if any(Path("/var/lib/apt/lists").glob("*Packages*")) else f"sudo apt-get update && {line}"


def call(
    command: list[str],
    *,
    environment: dict[str, str] | None = None,
    directory: Path | None = None,
    stdout: int | None = None,
) -> int:
    """Run a command and return its exit status, 128 + the signal's number if a signal ended it."""
    status = subprocess.call(command, env=environment, cwd=directory, stdout=stdout)
    return status if status >= 0 else 128 - status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
