import re

from itadmin.storage.sqlite_version import SQLITE_VERSION


def test_it_is_a_version() -> None:
    assert re.fullmatch(r"3\.\d+\.\d+", SQLITE_VERSION)
