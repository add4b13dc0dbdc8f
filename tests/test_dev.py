"""The start script: what it installs, when it does nothing, and what it says where it can't go on."""

import ast
import importlib.util
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parent.parent
RUNNERS = pytest.mark.parametrize("command", ["test", "check", "bench"])


class Machine:
    """Stands for the machine: notes the commands it is given, answers with success and fakes their traces."""

    def __init__(self, dev: ModuleType) -> None:
        self.dev = dev
        self.commands: list[list[str]] = []
        self.environments: list[dict[str, str] | None] = []
        self.failing = ""

    def call(self, command: list[str], *, env: dict[str, str] | None = None, **_: object) -> int:
        self.commands.append(command)
        self.environments.append(env)
        if "venv" in command:
            python = Path(self.dev.program("python"))
            python.parent.mkdir(parents=True)
            python.touch()
        if self.dev.DEMO_REGISTER.parent.name in command[-1] and "demo" in command:
            self.dev.DEMO_REGISTER.parent.mkdir()
            self.dev.DEMO_REGISTER.touch()
        return int(bool(self.failing) and self.failing in command)

    def named(self, word: str) -> list[list[str]]:
        return [command for command in self.commands if word in command]


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, on a tree of its own and a machine that has every library and no display."""
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "pyproject.toml").write_text("[project]", encoding="utf-8")
    (tree / "requirements-dev.txt").write_text("pytest==9.2.0", encoding="utf-8")
    monkeypatch.setattr(script, "ROOT", tree)
    monkeypatch.setattr(script, "LOCK", tree / "requirements-dev.txt")
    monkeypatch.setattr(script, "VENV", tree / ".venv")
    monkeypatch.setattr(script, "STAMP", tree / ".venv" / "stamp")
    monkeypatch.setattr(script, "DEMO", tree / "demo")
    monkeypatch.setattr(script, "DEMO_REGISTER", tree / "demo" / "1460.itadmin")
    monkeypatch.setattr(script, "can_load", lambda _: True)
    monkeypatch.setattr(script.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return script


@pytest.fixture
def machine(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Machine:
    stand_in = Machine(dev)
    monkeypatch.setattr(dev.subprocess, "call", stand_in.call)
    return stand_in


@pytest.fixture
def lacks(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Callable[..., set[str]]:
    """Let the machine lack libraries; the set that is returned may be emptied as they get installed."""

    def lack(*names: str) -> set[str]:
        gone = set(names)
        monkeypatch.setattr(dev, "can_load", lambda name: name not in gone)
        return gone

    return lack


# Usage and versions


def test_the_script_needs_nothing_but_python() -> None:
    syntax = ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(syntax) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name for node in imports if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in imports if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


@pytest.mark.parametrize("arguments", [[], ["fly"], ["--help"]])
def test_wrong_usage_names_the_commands(
    dev: ModuleType, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == 2
    assert "run|test|check|bench" in capsys.readouterr().err


def test_an_old_python_can_read_the_script() -> None:
    ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_an_old_python_is_told_in_one_sentence(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        dev, "sys", SimpleNamespace(version_info=(3, 9, 2), version="3.9.2 (default)", stderr=sys.stderr)
    )
    assert dev.main(["test"]) == 3
    assert capsys.readouterr().err == "itadmin behöver Python 3.11 eller nyare. Det här är Python 3.9.2.\n"


# What is installed, and when


def test_the_first_start_installs_locked_packages_and_the_tree(dev: ModuleType, machine: Machine) -> None:
    assert dev.main(["test"]) == 0
    venv, packages, tree, pytest_ = machine.commands
    assert venv[1:4] == ["-m", "venv", "--clear"]
    assert {"--require-hashes", "--only-binary", str(dev.LOCK)} <= set(packages)
    assert {"--no-index", "--no-deps", "--no-build-isolation", "--editable"} <= set(tree)
    assert pytest_[0] == dev.program("pytest")


def test_a_second_start_runs_nothing_but_the_command(dev: ModuleType, machine: Machine) -> None:
    dev.main(["test"])
    machine.commands.clear()
    dev.main(["test", "tests/domain", "-k", "notice"])
    assert [command[0] for command in machine.commands] == [dev.program("pytest")]
    assert machine.commands[0][-3:] == ["tests/domain", "-k", "notice"]


def test_a_changed_lock_makes_the_environment_anew(dev: ModuleType, machine: Machine) -> None:
    dev.main(["test"])
    machine.commands.clear()
    Path(dev.program("python")).unlink()
    Path(dev.program("python")).parent.rmdir()
    dev.LOCK.write_text("pytest==9.3.0", encoding="utf-8")
    dev.main(["test"])
    assert machine.named("venv")
    assert machine.named("--require-hashes")


def test_a_changed_project_file_installs_the_tree_only(dev: ModuleType, machine: Machine) -> None:
    dev.main(["test"])
    machine.commands.clear()
    (dev.ROOT / "pyproject.toml").write_text("[project]\nversion = '2'", encoding="utf-8")
    dev.main(["test"])
    assert machine.named("--editable")
    assert not machine.named("venv")


def test_a_failed_installation_is_explained_and_tried_again(
    dev: ModuleType, machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.failing = "--editable"
    assert dev.main(["test"]) == 3
    assert "Källkoden kunde inte installeras" in capsys.readouterr().err
    machine.failing = ""
    machine.commands.clear()
    assert dev.main(["test"]) == 0
    assert machine.named("--editable")
    assert not machine.named("venv"), "the packages were in place already"


def test_packages_that_cannot_be_fetched_point_to_the_proxy(
    dev: ModuleType, machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.failing = "--require-hashes"
    assert dev.main(["test"]) == 3
    assert "PIP_CERT" in capsys.readouterr().err
    assert not machine.named("--editable")


def test_the_environment_is_not_made_anew_from_within(
    dev: ModuleType, machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.sys, "prefix", str(dev.VENV))
    assert dev.main(["test"]) == 3
    assert "datorns egen Python" in capsys.readouterr().err
    assert machine.commands == []


# System libraries


def test_root_installs_what_is_missing(
    dev: ModuleType, machine: Machine, lacks: Callable[..., set[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = lacks("libEGL.so.1", "libGL.so.1")
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")

    def install(command: list[str], **_: object) -> int:
        if "install" in command and command[0] == "apt-get":
            gone.clear()
        return machine.call(command)

    monkeypatch.setattr(dev.subprocess, "call", install)
    assert dev.main(["test"]) == 0
    update, installation = machine.named("apt-get")
    assert update[-1] == "update"
    assert installation[-5:] == ["install", "-y", "--no-install-recommends", "libegl1", "libgl1"]


def test_a_plain_user_gets_one_exact_line(
    dev: ModuleType,
    machine: Machine,
    lacks: Callable[..., set[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lacks("libEGL.so.1", "libGL.so.1")
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda _: None)
    assert dev.main(["test"]) == 3
    lines = capsys.readouterr().err.splitlines()
    venv = f"python3.{sys.version_info.minor}-venv"
    assert lines[-1].endswith(f"sudo apt-get install -y --no-install-recommends libegl1 libgl1 {venv}")
    assert sum("apt-get" in line for line in lines) == 1
    assert machine.commands == []


def test_sudo_does_not_ask_where_no_one_can_answer(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev.shutil, "which", lambda _: "/usr/bin/sudo")
    monkeypatch.setattr(dev.sys, "stdin", SimpleNamespace(isatty=lambda: False))
    assert dev.privileges() == ["sudo", "-n"]
    monkeypatch.setattr(dev.sys, "stdin", SimpleNamespace(isatty=lambda: True))
    assert dev.privileges() == ["sudo"]


@pytest.mark.usefixtures("machine")
def test_libraries_of_a_window_are_asked_for_only_when_one_is_to_be_seen(
    dev: ModuleType, lacks: Callable[..., set[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    lacks("libxcb-cursor.so.0")
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev.shutil, "which", lambda _: None)
    monkeypatch.setenv("DISPLAY", ":0")
    assert dev.main(["test"]) == 0
    assert dev.main(["run"]) == 3


@pytest.mark.usefixtures("machine")
def test_libraries_are_looked_for_once(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(dev, "can_load", lambda name: not asked.append(name))
    monkeypatch.setenv("DISPLAY", ":0")
    for command in ("test", "run", "test", "run"):
        assert dev.main([command]) == 0
    assert sorted(asked) == sorted({**dev.QT_LIBRARIES, **dev.WINDOW_LIBRARIES})


def test_a_machine_without_apt_is_told_the_names(
    dev: ModuleType,
    lacks: Callable[..., set[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lacks("libGL.so.1")
    monkeypatch.setattr(dev.shutil, "which", lambda _: None)
    assert dev.main(["test"]) == 3
    told = capsys.readouterr().err
    assert "libgl1" in told
    assert "apt-get" not in told


def test_the_linker_is_asked_for_libraries() -> None:
    code = "import dev; print(dev.can_load('libc.so.6'), dev.can_load('libfinnsinte.so.1'))"
    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["True", "False"]


# The commands


@RUNNERS
def test_tools_run_without_a_window(dev: ModuleType, machine: Machine, command: str) -> None:
    assert dev.main([command]) == 0
    environment = machine.environments[-1]
    assert environment is not None
    assert environment["QT_QPA_PLATFORM"] == "offscreen"


@RUNNERS
def test_a_chosen_platform_is_kept(
    dev: ModuleType, machine: Machine, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("ITADMIN_CORPORA", "corpora")
    dev.main([command])
    environment = machine.environments[-1]
    assert environment is not None
    assert (environment["QT_QPA_PLATFORM"], environment["ITADMIN_CORPORA"]) == ("xcb", "corpora")


def test_run_without_a_display_makes_the_sample_and_its_pictures(
    dev: ModuleType, machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["run"]) == 0
    demo, pictures = machine.commands[-2:]
    assert demo[1:] == ["-m", "itadmin", "demo", str(dev.DEMO)]
    assert pictures[1:] == ["-m", "itadmin", "screenshots", str(dev.DEMO / "skarmbilder"), str(dev.DEMO_REGISTER)]
    assert str(dev.DEMO / "skarmbilder") in capsys.readouterr().out


def test_run_with_a_display_opens_the_sample_that_is_there(
    dev: ModuleType, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert dev.main(["run"]) == 0
    assert dev.main(["run"]) == 0
    started = [command[3:] for command in machine.named("itadmin")]
    assert started == [["demo", str(dev.DEMO)], [str(dev.DEMO_REGISTER)], [str(dev.DEMO_REGISTER)]]
    environment = machine.environments[-1]
    assert environment is not None
    assert "QT_QPA_PLATFORM" not in environment


def test_run_passes_arguments_and_status_on(dev: ModuleType, machine: Machine) -> None:
    machine.failing = "list"
    assert dev.main(["run", "list", "systems", "x.itadmin"]) == 1
    assert machine.commands[-1][1:] == ["-m", "itadmin", "list", "systems", "x.itadmin"]


def test_check_runs_everything_even_if_something_fails(
    dev: ModuleType, machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    dev.main(["test"])
    machine.commands.clear()
    machine.failing = dev.program("mypy")
    assert dev.main(["check"]) == 1
    assert [Path(command[0]).name for command in machine.commands] == ["ruff", "ruff", "mypy", "lint-imports", "pytest"]
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["Formatering", "ok"],
        ["Stil", "ok"],
        ["Typer", "fel"],
        ["Lager", "ok"],
        ["Prov", "ok"],
    ]


def test_a_signal_is_told_as_shells_tell_it(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.subprocess, "call", lambda *_, **__: -11)
    assert dev.call(["x"]) == 139


@pytest.mark.usefixtures("machine")
def test_an_interruption_ends_quietly(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    dev.main(["test"])

    def interrupt(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(dev.subprocess, "call", interrupt)
    assert dev.main(["test"]) == 130


def test_windows_finds_its_programs_elsewhere(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.sys, "platform", "win32")
    assert Path(dev.program("python")).parts[-2:] == ("Scripts", "python.exe")
    assert dev.has_display()
