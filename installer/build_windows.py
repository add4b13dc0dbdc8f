"""Build the Windows installer, on Linux: the embeddable Python, the locked wheels, two launchers and an NSIS script.

Needs mingw-w64 and NSIS (Debian: gcc-mingw-w64-x86-64, nsis), and the embeddable Python as published by python.org:
``--python-sha256`` is the hash told there. The same input gives the same bytes.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import staging
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
COMPILER = "x86_64-w64-mingw32-gcc"
PACKER = "makensis"
RESOURCE_COMPILER = "x86_64-w64-mingw32-windres"
ICON_SIZE = 256


def main(arguments: list[str]) -> None:
    """Make the stage and pack it; raises SystemExit with the reason when something doesn't add up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python-zip", type=Path, required=True, help="the embeddable Python for amd64")
    parser.add_argument("--python-sha256", required=True, help="its hash")
    parser.add_argument("--wheel", type=Path, required=True, help="the wheel of itadmin")
    parser.add_argument("--out", type=Path, required=True, help="a folder for the stage and the installer; made anew")
    parser.add_argument("--machine", action="store_true", help="install for all users of a computer")
    options = parser.parse_args(arguments)
    if hashlib.sha256(options.python_zip.read_bytes()).hexdigest() != options.python_sha256.lower():
        raise SystemExit(f"{options.python_zip} is not the file with that hash")
    version = options.wheel.name.split("-")[1]
    shutil.rmtree(options.out, ignore_errors=True)
    stage = options.out / "stage"
    stage.mkdir(parents=True)
    python = unpack_python(options.python_zip, stage / "runtime")
    target = ["--platform", "win_amd64", "--implementation", "cp", "--python-version", python.removeprefix("python")]
    staging.install(stage / "lib", options.wheel.resolve(), ROOT / "requirements.txt", target=target)
    shutil.copytree(ROOT / "resources" / "licenses", stage / "licenses")
    shutil.copy(ROOT / "LICENSE", stage / "licenses" / "itadmin.txt")
    build_launchers(stage, options.out / "work", version, f"{python}.dll")
    staging.set_times(stage)
    pack(stage, options.out / f"itadmin-{version}-setup.exe", version, machine=options.machine)


def unpack_python(archive: Path, runtime: Path) -> str:
    """Unpack the embeddable Python, point it to the program's packages and return its name, such as ``python313``."""
    with zipfile.ZipFile(archive) as content:
        content.extractall(runtime)
    (paths,) = runtime.glob("python3*._pth")
    paths.write_text(f"{paths.stem}.zip\n.\n..\\lib\n", encoding="ascii", newline="\r\n")
    return paths.stem


def build_launchers(stage: Path, work: Path, version: str, python_dll: str) -> None:
    """Compile the two launchers, one for the console and one for windows, with the program's icon and version."""
    work.mkdir()
    draw_icon(work / "itadmin.ico")
    numbers = ",".join([*re.findall(r"\d+", version)[:3], "0"])
    defines = {
        "ICON_FILE": f'"{work.resolve() / "itadmin.ico"}"',
        "VERSION_NUMBERS": numbers,
        "VERSION_TEXT": f'"{version}"',
    }
    # windres hands its defines to a shell, which takes a layer of quotes away.
    words = [f"-D{name}={value}".replace('"', '\\"') for name, value in defines.items()]
    resources = work / "app.res"
    source = HERE / "windows"
    subprocess.run([RESOURCE_COMPILER, *words, str(source / "app.rc"), "-O", "coff", "-o", str(resources)], check=True)
    build = [COMPILER, "-Os", "-s", "-Wall", "-Wextra", "-Werror", "-municode", "-Wl,--no-insert-timestamp"]
    files = [f'-DPYTHON_DLL=L"{python_dll}"', str(source / "launcher.c"), str(resources), "-o"]
    subprocess.run([*build, "-mconsole", *files, str(stage / "itadmin.exe")], check=True)
    subprocess.run([*build, "-mwindows", *files, str(stage / "itadmin-gui.exe")], check=True)


def draw_icon(file: Path) -> None:
    """Draw the program's icon as a Windows icon."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    image = QImage(ICON_SIZE, ICON_SIZE, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(ROOT / "resources" / "icons" / "itadmin.svg")).render(painter)
    painter.end()
    saved = image.save(str(file))
    application.shutdown()
    if not saved:
        raise SystemExit(f"{file} could not be written")


def pack(stage: Path, setup: Path, version: str, *, machine: bool) -> None:
    """Pack a stage into an installer, signed if a certificate is at hand."""
    defines = {"VERSION": version, "STAGE": stage.resolve(), "OUT": setup.resolve()}
    if os.environ.get("ITADMIN_CERT"):
        defines["SIGN"] = HERE / "windows" / "sign.sh"
    words = [f"-D{name}={value}" for name, value in defines.items()]
    if machine:
        words.append("-DMACHINE")
    command = [PACKER, "-V2", "-INPUTCHARSET", "UTF8", *words, str(HERE / "windows" / "itadmin.nsi")]
    subprocess.run(command, env=staging.packing_environment(), check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
