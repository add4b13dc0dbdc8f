"""The installers: what they keep of Qt, what they tell the system, and that they compile where the tools are."""

import importlib
import os
import shutil
import struct
import subprocess
import sys
import zipfile
from pathlib import Path, PurePath
from types import ModuleType
from xml.parsers import expat

import pytest

from itadmin.storage import file as register_file

ROOT = Path(__file__).resolve().parent.parent
INSTALLER = ROOT / "installer"
LINUX = INSTALLER / "linux"


def run(*command: str | Path) -> None:
    """Run a tool and show what it said if it failed."""
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def tool(name: str) -> str:
    """The path of a tool; the test is left out, and says so, where it is not installed."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


@pytest.fixture
def staging(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(INSTALLER))
    return importlib.import_module("staging")


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(INSTALLER))
    return importlib.import_module("build_windows")


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(INSTALLER))
    return importlib.import_module("build_debian")


# What is kept of Qt


@pytest.mark.parametrize(
    ("file", "kept"),
    [
        ("__init__.py", True),
        ("QtWidgets.abi3.so", True),
        ("QtWidgets.pyd", True),
        ("QtWidgets.pyi", False),
        ("QtQml.abi3.so", False),
        ("libpyside6.abi3.so.6.11", True),
        ("libpyside6qml.abi3.so.6.11", False),
        ("pyside6.abi3.dll", True),
        ("msvcp140.dll", True),
        ("Qt6Core.dll", True),
        ("Qt6Quick.dll", False),
        ("opengl32sw.dll", False),
        ("Qt/lib/libQt6Svg.so.6", True),
        ("Qt/lib/libQt6QuickControls2.so.6", False),
        ("Qt/lib/libicudata.so.73", True),
        ("Qt/plugins/platforms/libqxcb.so", True),
        ("Qt/plugins/platforms/libqvnc.so", False),
        ("plugins/platforms/qwindows.dll", True),
        ("Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("Qt/translations/qtbase_sv.qm", True),
        ("Qt/translations/qtbase_de.qm", False),
        ("Qt/qml/QtQuick/qmldir", False),
        ("support/deprecated.py", True),
        ("scripts/project.py", False),
        ("designer", False),
    ],
)
def test_only_what_the_program_loads_of_qt_is_kept(staging: ModuleType, file: str, kept: bool) -> None:
    assert staging.is_kept(PurePath(file)) is kept


def test_pruning_leaves_no_empty_folders(staging: ModuleType, tmp_path: Path) -> None:
    for name in ("QtGui.abi3.so", "Qt/qml/QtQuick/x.so", "Qt/lib/libQt6Gui.so.6", "assistant"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    staging.prune_qt(tmp_path)
    left = {entry.relative_to(tmp_path).as_posix() for entry in tmp_path.rglob("*")}
    assert left == {"QtGui.abi3.so", "Qt", "Qt/lib", "Qt/lib/libQt6Gui.so.6"}


# Linux


@pytest.mark.parametrize("name", ["itadmin-mime.xml", "se.itadmin.itadmin.metainfo.xml"])
def test_xml_is_well_formed(name: str) -> None:
    with (LINUX / name).open("rb") as file:
        expat.ParserCreate().ParseFile(file)


def test_the_desktop_entry_is_valid() -> None:
    run(tool("desktop-file-validate"), LINUX / "se.itadmin.itadmin.desktop")


def test_the_metainfo_is_valid() -> None:
    run(tool("appstreamcli"), "validate", "--no-net", LINUX / "se.itadmin.itadmin.metainfo.xml")


def test_the_file_type_is_known_by_the_registers_own_mark() -> None:
    mark = f'value="{register_file.APPLICATION_ID:#x}" offset="68"'
    assert mark in (LINUX / "itadmin-mime.xml").read_text(encoding="utf-8")


def test_desktop_and_metainfo_speak_of_the_same_file_type() -> None:
    kind = "application/vnd.itadmin.register"
    files = [file for file in LINUX.iterdir() if kind in file.read_text(encoding="utf-8")]
    assert {file.suffix for file in files} == {".desktop", ".xml"}
    assert len(files) == 3


def test_the_debian_package_asks_for_what_the_start_script_installs(debian: ModuleType, tmp_path: Path) -> None:
    debian.write_control(tmp_path, "0.1.0")
    control = (tmp_path / "DEBIAN" / "control").read_text(encoding="utf-8")
    fields = dict(line.split(": ", 1) for line in control.splitlines() if not line.startswith(" "))
    assert {"libegl1", "libxcb-cursor0"} <= set(fields["Depends"].split(", "))
    assert fields["Version"] == "0.1.0"


# Windows


def test_the_embedded_python_is_pointed_to_the_packages(windows: ModuleType, tmp_path: Path) -> None:
    archive = tmp_path / "embed.zip"
    with zipfile.ZipFile(archive, "w") as content:
        content.writestr("python313._pth", "python313.zip\n.\n#import site\n")
    assert windows.unpack_python(archive, tmp_path / "runtime") == "python313"
    assert (tmp_path / "runtime" / "python313._pth").read_bytes() == b"python313.zip\r\n.\r\n..\\lib\r\n"


def test_a_python_with_another_hash_is_refused(windows: ModuleType, tmp_path: Path) -> None:
    archive = tmp_path / "embed.zip"
    archive.write_bytes(b"something else")
    words = [
        "--python-zip",
        archive,
        "--python-sha256",
        "0" * 64,
        "--wheel",
        tmp_path / "x-1.whl",
        "--out",
        tmp_path / "out",
    ]
    with pytest.raises(SystemExit, match="not the file with that hash"):
        windows.main([str(word) for word in words])
    assert not (tmp_path / "out").exists()


def test_the_launchers_compile(windows: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool(windows.COMPILER)
    tool(windows.RESOURCE_COMPILER)
    monkeypatch.setattr(windows, "draw_icon", lambda file: file.write_bytes(icon()))
    windows.build_launchers(tmp_path, tmp_path / "work", "0.1.0", "python313.dll")
    for name in ("itadmin.exe", "itadmin-gui.exe"):
        assert (tmp_path / name).read_bytes().startswith(b"MZ")


def test_the_icon_is_drawn(tmp_path: Path) -> None:
    code = "import pathlib, build_windows; build_windows.draw_icon(pathlib.Path('itadmin.ico'))"
    environment = {**os.environ, "PYTHONPATH": str(INSTALLER), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, timeout=60, check=True)
    assert (tmp_path / "itadmin.ico").read_bytes().startswith(b"\0\0\1\0\1\0")


@pytest.mark.parametrize("machine", [False, True])
def test_the_setup_program_compiles(windows: ModuleType, tmp_path: Path, machine: bool) -> None:
    tool(windows.PACKER)
    stage = tmp_path / "stage"
    (stage / "runtime").mkdir(parents=True)
    (stage / "runtime" / "python3.dll").write_bytes(b"MZ")
    windows.pack(stage, tmp_path / "setup.exe", "0.1.0", machine=machine)
    first = (tmp_path / "setup.exe").read_bytes()
    assert len(first) > 50_000
    windows.pack(stage, tmp_path / "setup.exe", "0.1.0", machine=machine)
    assert (tmp_path / "setup.exe").read_bytes() == first


def icon() -> bytes:
    """A Windows icon of one transparent pixel."""
    bitmap = struct.pack("<IiiHHIIiiII", 40, 1, 2, 1, 32, 0, 0, 0, 0, 0, 0) + bytes(4) + bytes(4)
    return struct.pack("<HHHBBBBHHII", 0, 1, 1, 1, 1, 0, 0, 1, 32, len(bitmap), 22) + bitmap
