"""The wheel, installed where nothing but the locked requirements and itself can be found, and told to test itself."""

import os
import re
import subprocess
import sys
import zipfile
from importlib.metadata import distribution
from pathlib import Path
from venv import EnvBuilder

import pytest

ROOT = Path(__file__).resolve().parent.parent

# One worker builds the wheel and runs them all.
pytestmark = pytest.mark.xdist_group("wheel")


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command away from the source tree and return what it printed; its complaints are shown if it fails."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    result = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def build_wheel(tree: Path, out: Path) -> Path:
    out.mkdir()
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet"]
    run(sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", out, tree, cwd=out)
    (wheel,) = out.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(ROOT, tmp_path_factory.mktemp("wheel") / "dist")


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a new environment that holds the wheel and the packages of requirements.txt, no others."""
    folder = tmp_path_factory.mktemp("clean")
    builder = EnvBuilder(with_pip=False, symlinks=os.name != "nt")
    builder.create(folder)
    context = builder.ensure_directories(folder)
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        context.env_exe,
        "install",
        "--no-deps",
        "--no-index",
        "-q",
        wheel,
        cwd=folder,
    )
    packages = Path(
        run(context.env_exe, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    )
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    for name in re.findall(r"^([a-z0-9-]+)==", lock, flags=re.MULTILINE):
        link_package(name, packages)
    return Path(context.env_exe)


def link_package(name: str, packages: Path) -> None:
    """Make an installed package of this environment visible in another one."""
    package = distribution(name)
    for entry in {file.parts[0] for file in package.files or []} - {"..", "__pycache__"}:
        (packages / entry).symlink_to(Path(str(package.locate_file(entry))))


def test_forms_fonts_icons_and_licences_are_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    source = {
        f"itadmin/_assets/{file.relative_to(ROOT).as_posix()}"
        for folder in ("ui", "resources")
        for file in (ROOT / folder).rglob("*")
        if file.is_file()
    }
    assert source <= inside
    assert "itadmin/_assets/resources/licenses/LGPL-3.0.txt" in inside
    assert any(name.endswith("dist-info/licenses/LICENSE") for name in inside)


def test_nothing_of_the_tests_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        top = {name.split("/")[0] for name in archive.namelist()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"itadmin"}


def test_the_source_archive_builds_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path / "sdist", cwd=ROOT)
    (archive,) = (tmp_path / "sdist").glob("*.tar.gz")
    run(sys.executable, "-m", "tarfile", "-e", archive, tmp_path, cwd=tmp_path)
    (tree,) = tmp_path.glob("itadmin-*")
    assert (tree / "dev.py").exists()
    assert build_wheel(tree, tmp_path / "dist").read_bytes() == wheel.read_bytes()


def test_the_program_comes_from_the_wheel(python: Path, tmp_path: Path) -> None:
    place = Path(run(python, "-I", "-c", "import itadmin; print(itadmin.__file__)", cwd=tmp_path).strip())
    assert place.is_relative_to(python.parent.parent)


def test_tools_of_developers_are_out_of_reach(python: Path, tmp_path: Path) -> None:
    probe = (
        "import importlib.util as u; print([n for n in ('pytest', 'hypothesis', 'pypdf', 'page') if u.find_spec(n)])"
    )
    assert run(python, "-I", "-c", probe, cwd=tmp_path).strip() == "[]"


def test_the_installed_program_passes_its_self_test(python: Path, tmp_path: Path) -> None:
    told = run(python, "-I", "-m", "itadmin", "self-test", "--out", tmp_path / "out", cwd=tmp_path)
    assert told.splitlines()[-1] == "Allt fungerar."
    assert any((tmp_path / "out" / "dokument").glob("*.pdf"))
    assert (tmp_path / "out" / "skarmbilder" / "systems.png").exists()
