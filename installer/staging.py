"""Lay out the program's packages in one folder, without what it never uses: the common half of both installers.

Knows pip and the layout of PySide6's wheels; knows nothing of Windows, Debian or the program itself.
"""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath

# The parts of Qt that the program or another kept part asks for.
QT_MODULES = {
    "Core",
    "DBus",
    "Gui",
    "OpenGL",
    "OpenGLWidgets",
    "PrintSupport",
    "Svg",
    "SvgWidgets",
    "UiTools",
    "WaylandClient",
    "Widgets",
    "WlShellIntegration",
    "XcbQpa",
}
QT_PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qico", "qjpeg", "qsvg"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platforms": {"qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platformthemes": {"qgtk3", "qxdgdesktopportal"},
    "printsupport": {"cupsprintersupport"},
    "styles": {"qmodernwindowsstyle"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-shell-integration": {"qt-shell", "wl-shell-plugin", "xdg-shell"},
}
QT_TRANSLATIONS = {"qtbase_sv.qm"}
# Lie beside Qt's own libraries and are not needed: OpenGL by software, video, QML's half of PySide6.
UNUSED_LIBRARIES = ("avcodec", "avformat", "avutil", "d3dcompiler", "opengl32", "pyside6qml", "swresample", "swscale")
# Elsewhere: scripts for a shell, fonts of ReportLab, an image format, and where on this machine the wheel lay.
UNUSED = ("bin/*", "Scripts/*", "reportlab/fonts/*", "PIL/_avif.*", "itadmin-*.dist-info/direct_url.json")


def install(lib: Path, wheel: Path, lock: Path, *, target: Iterable[str] = ()) -> None:
    """Install the locked packages and the program's wheel into ``lib``, and remove what is not used.

    ``target`` are pip's words for another system than this one (``--platform`` and so on). Raises
    subprocess.CalledProcessError if pip fails, also when a hash is wrong.
    """
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile", "--target", str(lib)]
    wheels = ["--only-binary", ":all:", *target]
    subprocess.run([*pip, *wheels, "--require-hashes", "--requirement", str(lock)], check=True)
    subprocess.run([*pip, "--no-index", "--upgrade", str(wheel)], check=True)
    unused = [file for pattern in UNUSED for file in lib.glob(pattern)]
    for file in unused:
        file.unlink()
    for folder in {file.parent for file in unused}:
        if not any(folder.iterdir()):
            folder.rmdir()
    prune_qt(lib / "PySide6")


def prune_qt(pyside: Path) -> None:
    """Remove from PySide6's folder, in place, all that the program does not load."""
    for entry in sorted(pyside.rglob("*"), reverse=True):
        if entry.is_dir() and not entry.is_symlink():
            if not any(entry.iterdir()):
                entry.rmdir()
        elif not is_kept(entry.relative_to(pyside)):
            entry.unlink()


def is_kept(file: PurePath) -> bool:
    """Say whether a file of PySide6's folder is one that the program loads; the layout of either system will do.

    >>> [is_kept(PurePath(name)) for name in ("QtGui.abi3.so", "Qt/lib/libQt6Core.so.6", "Qt6Quick.dll", "Qt/qml/x.so")]
    [True, True, False, False]
    """
    stem = file.name.split(".", maxsplit=1)[0].removeprefix("lib")
    match [part for part in file.parts[:-1] if part != "Qt"]:
        case ["plugins", kind]:
            return stem in QT_PLUGINS.get(kind, ())
        case ["translations"]:
            return file.name in QT_TRANSLATIONS
        case ["support"]:
            return file.suffix == ".py"
        case [] | ["lib"]:
            return is_library_kept(file.name, stem)
    return False


def is_library_kept(name: str, stem: str) -> bool:
    """Say the same of a file of Qt's libraries or of PySide6's own folder; ``stem`` is its name without endings."""
    if not (name.endswith((".py", ".pyd", ".dll")) or ".so" in name):
        return False
    if stem.startswith("Qt"):
        return stem.removeprefix("Qt").removeprefix("6") in QT_MODULES
    return not stem.startswith(UNUSED_LIBRARIES)


def packing_environment() -> dict[str, str]:
    """Return the environment for a packer: ``SOURCE_DATE_EPOCH`` is the time that it stamps on what it makes."""
    return {"SOURCE_DATE_EPOCH": "1577836800", **os.environ}


def set_times(folder: Path) -> None:
    """Give every file and folder that time, so that the same stage packs to the same bytes."""
    seconds = int(packing_environment()["SOURCE_DATE_EPOCH"])
    for entry in [folder, *folder.rglob("*")]:
        if not entry.is_symlink():
            os.utime(entry, (seconds, seconds))
