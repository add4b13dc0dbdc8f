"""The house as a whole: its layers, its style, what it is made of and what its files must not hold."""

import importlib.util
import re
import subprocess
import sys
import tokenize
import tomllib
from collections.abc import Iterator
from importlib.metadata import distribution, distributions, version
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtGui import QFont

import itadmin

ROOT = Path(__file__).resolve().parent.parent
LICENSES = ROOT / "resources" / "licenses"
NOT_OURS = {".git", ".venv", "demo", "build", "dist", "__pycache__"}
MOST_EXEMPTIONS = 6


def tree() -> Iterator[Path]:
    """All files of the source tree, without what git ignores."""
    folders = [ROOT]
    while folders:
        for entry in folders.pop().iterdir():
            if entry.name in NOT_OURS or entry.name.endswith("_cache") or entry.name == ".hypothesis":
                continue
            if entry.is_dir():
                folders.append(entry)
            else:
                yield entry


def locked(name: str) -> dict[str, str]:
    """The packages of a requirements file and their versions."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE))


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project


@pytest.fixture(scope="module")
def collector() -> ModuleType:
    """The script that copies licence texts."""
    spec = importlib.util.spec_from_file_location("collect_licenses", ROOT / "installer" / "collect_licenses.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# Layers and style


@pytest.mark.parametrize(
    "command", [["lint-imports", "--no-logo"], ["ruff", "check", "."], ["ruff", "format", "--check", "."]]
)
def test_layers_and_style(command: list[str]) -> None:
    program = Path(sys.executable).with_name(command[0])
    result = subprocess.run([program, *command[1:]], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_rules_are_seldom_put_aside() -> None:
    exemption = re.compile(r"#\s*(noqa|type:\s*ignore|pragma)")
    found = []
    for file in tree():
        if file.suffix == ".py":
            with file.open("rb") as lines:
                tokens = tokenize.tokenize(lines.readline)
                comments = [token for token in tokens if token.type == tokenize.COMMENT]
            found += [f"{file}:{token.start[0]}" for token in comments if exemption.match(token.string)]
    assert len(found) <= MOST_EXEMPTIONS, found


# What it is made of


def test_only_the_essentials_of_qt_are_installed() -> None:
    names = {package.metadata["Name"].lower().replace("_", "-") for package in distributions()}
    assert {name for name in names if name.startswith("pyside6")} == {"pyside6-essentials"}


@pytest.mark.usefixtures("qapp")
def test_qt_keeps_its_count_of_none() -> None:
    """PySide6 6.12.0 loses one reference to None at every call that returns nothing, until Python aborts."""
    font = QFont()
    before = sys.getrefcount(None)
    for size in range(1, 1001):
        font.setPixelSize(size)
    assert abs(sys.getrefcount(None) - before) < 100


def test_the_version_is_told_once(project: dict[str, Any]) -> None:
    assert project["version"] == itadmin.__version__


def test_locks_hold_what_the_project_asks_for(project: dict[str, Any]) -> None:
    wanted = {re.split(r"[<>=!~\[ ]", line)[0].lower().replace("_", "-") for line in project["dependencies"]}
    runtime, development = locked("requirements.txt"), locked("requirements-dev.txt")
    assert wanted <= runtime.keys()
    assert runtime.items() <= development.items()


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_package_has_hashes(lock: str) -> None:
    blocks = re.split(r"^(?=[a-z0-9-]+==)", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert blocks
    assert [block.split("\n")[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", sorted(locked("requirements.txt")))
def test_licence_texts_are_those_of_the_locked_packages(name: str, collector: ModuleType) -> None:
    if name in collector.WITHOUT_TEXT:
        assert (LICENSES / "LGPL-3.0.txt").exists()
        assert (LICENSES / "GPL-3.0.txt").exists()
    elif version(name) == locked("requirements.txt")[name]:
        assert (LICENSES / f"{name}.txt").read_text(encoding="utf-8") == collector.license_text(distribution(name))
    else:
        pytest.fail(f"{name} {version(name)} is installed, another version is locked")


def test_every_licence_text_is_told_of() -> None:
    overview = (LICENSES / "README.md").read_text(encoding="utf-8")
    assert [file.name for file in LICENSES.glob("*.txt") if f"`{file.name}`" not in overview] == []


# What its files must not hold


def test_no_file_names_a_place_to_download_from() -> None:
    hosts = ["pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "deb.debian" + ".org", "download.qt" + ".io"]
    pattern = re.compile("|".join(re.escape(host) for host in hosts).encode())
    assert [str(file) for file in tree() if pattern.search(file.read_bytes())] == []
