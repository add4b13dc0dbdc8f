"""Build a Debian package, with the Python that runs this: the package then asks for that version of Debian's own.

Needs dpkg-deb. Packages that the program needs lie within, in ``/usr/lib/itadmin``; only Python and the system
libraries that ``dev.py`` names are asked for. The same input gives the same bytes.
"""

import argparse
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import staging

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PACKER = "dpkg-deb"
PYTHON = f"python3.{sys.version_info.minor}"
NAME = "se.itadmin.itadmin"


def main(arguments: list[str]) -> None:
    """Make the stage and pack it into ``OUT/itadmin_VERSION_amd64.deb``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path, required=True, help="the wheel of itadmin")
    parser.add_argument("--out", type=Path, required=True, help="a folder for the stage and the package; made anew")
    options = parser.parse_args(arguments)
    version = options.wheel.name.split("-")[1]
    shutil.rmtree(options.out, ignore_errors=True)
    stage = options.out / "stage"
    place_files(stage, options.wheel)
    write_control(stage, version)
    staging.set_times(stage)
    package = options.out / f"itadmin_{version}_amd64.deb"
    command = [PACKER, "--root-owner-group", "--build", str(stage), str(package)]
    subprocess.run(command, env=staging.packing_environment(), check=True)


def place_files(stage: Path, wheel: Path) -> None:
    """Put the program, its start and what the desktop wants to know in their places below ``stage``."""
    linux = HERE / "linux"
    lib = stage / "usr/lib/itadmin"
    lib.mkdir(parents=True)
    staging.install(lib, wheel.resolve(), ROOT / "requirements.txt")
    shutil.copy(linux / "start.py", lib / "__main__.py")
    compile_ = [
        "-m",
        "compileall",
        "-q",
        "--invalidation-mode",
        "unchecked-hash",
        "-s",
        str(stage),
        "-p",
        "/",
        str(lib),
    ]
    subprocess.run([sys.executable, *compile_], check=True)
    share = stage / "usr/share"
    places = {
        linux / f"{NAME}.desktop": share / "applications" / f"{NAME}.desktop",
        linux / f"{NAME}.metainfo.xml": share / "metainfo" / f"{NAME}.metainfo.xml",
        linux / "itadmin-mime.xml": share / "mime/packages/itadmin.xml",
        ROOT / "resources/icons/itadmin.svg": share / "icons/hicolor/scalable/apps/itadmin.svg",
        ROOT / "LICENSE": share / "doc/itadmin/copyright",
    }
    for source, place in places.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, place)
    shutil.copytree(ROOT / "resources/licenses", share / "doc/itadmin/licenses", copy_function=shutil.copyfile)
    command = stage / "usr/bin/itadmin"
    command.parent.mkdir()
    command.write_text((linux / "itadmin.sh").read_text(encoding="utf-8").replace("@PYTHON@", PYTHON), encoding="utf-8")
    command.chmod(0o755)


def write_control(stage: Path, version: str) -> None:
    """Write what Debian wants to know of the package."""
    libraries = runpy.run_path(str(ROOT / "dev.py"))
    depends = [PYTHON, "libc6 (>= 2.34)", *libraries["QT_LIBRARIES"].values(), *libraries["WINDOW_LIBRARIES"].values()]
    size = sum(file.stat().st_size for file in stage.rglob("*") if file.is_file()) // 1024
    control = stage / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(
        f"Package: itadmin\nVersion: {version}\nArchitecture: amd64\nSection: misc\nPriority: optional\n"
        f"Maintainer: itadmin\nInstalled-Size: {size}\nDepends: {', '.join(depends)}\n"
        "Recommends: libcups2\n"
        "Description: IT administration for small Swedish municipalities\n"
        " A register of systems, the people who answer for them and the agreements that apply,\n"
        " and agreements printed ready for signature. Screen and papers are in Swedish.\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(sys.argv[1:])
