"""New figures of inhabitants from a table, as they are published, and what becomes of them when they come again."""

from pathlib import Path
from typing import Any

_TABLE = "kommunkod;datum;antal;kalla\n1460;{day};{number};SCB\n1438;{day};4580;SCB\n"


def test_figures_of_another_day_are_new_and_of_the_same_day_changed(done: Any, register: Path, tmp_path: Path) -> None:
    def read_in(day: str, number: int) -> tuple[int, int, int]:
        table = tmp_path / f"{day}-{number}.csv"
        table.write_text(_TABLE.format(day=day, number=number), encoding="utf-8")
        told = done("import", "populations", register, table, "--apply", "--format", "json").json
        return told["new"], told["changed"], told["unchanged"]

    assert read_in("2025-12-31", 8950) == (2, 0, 0)
    assert read_in("2025-12-31", 8951) == (0, 1, 1)
    assert read_in("2026-12-31", 8900) == (2, 0, 0)
    listed = done("list", "populations", register, "--where", "municipality_code=1460", "--format", "json").json
    assert sorted((row["counted_on"], row["number"], row["source"]) for row in listed) == [
        ("2025-12-31", 8951, "SCB"),
        ("2026-12-31", 8900, "SCB"),
    ]
    shared = done("allocate", register, "--amount", "100", "--model", "BEFOLKNING", "--participants", "1438,1460",
                  "--on", "2026-06-30", "--format", "json").json  # fmt: skip
    assert [part["basis"] for part in shared] == [4580, 8951]
