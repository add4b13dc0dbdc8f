"""The command line as tests run it: in this process, with what it wrote and the exit status."""

import io
import json
import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from itadmin.__main__ import main

RECORDS = (
    ("organisations", "name=Socialförvaltningen", "kind=forvaltning", "parent=1460"),
    ("organisations", "name=IT-enheten", "kind=it_enhet", "parent=1460"),
    ("organisations", "name=Ömse Data AB", "kind=leverantor", "organisation_number=556036-0793"),
    ("people", "name=Åsa Öberg", "title=Socialchef", "email=asa.oberg@kommun.example"),
    (
        "systems", "name=Lifecare", "lifecycle=i_drift", "supplier=Ömse Data AB", "user_count=250",
        "annual_cost=412 tkr", "system_owner=asa.oberg@kommun.example", "department=Socialförvaltningen",
    ),
    ("systems", "name=Ärendehanteraren", "lifecycle=Planerad", "personal_data=nej"),
    ("systems", "name=Ale", "lifecycle=avvecklad"),
    (
        "agreements", "title=Driftavtal Lifecare", "kind=driftavtal", "status=gallande", "systems=Lifecare",
        "starts_on=2024-01-01", "first_term_months=36", "renewal_months=12", "notice_months=6",
        'signatories=[{"party": "systemagare", "position": "Socialchef"}]', "availability_percent=99,5 %",
    ),
    ("access_decisions", "access_right=Läsa", "system=Ale", "function=Läsare", "decided_by_function=Socialchef"),
    ("steering_documents", "title=IT-instruktion Drift", "template=it_instruktion_drift"),
    ("steering_documents", "title=Rutin för loggar", "template=egen_text"),
    ("steering_documents", "title=IT-policy", "template=it_policy"),
    ("paper_profiles", "name=Bengtsfors kommun", "organisation=1460"),
    ("training_plans", "title=Utbildningsplan Lifecare", "system=Lifecare"),
    ("training_modules", "title=Grundkurs", "plan=Utbildningsplan Lifecare"),
    ("training_sessions", "title=Grundkurs i mars", "modules=Grundkurs"),
    ("training_participations", "status=genomford", "person=Åsa Öberg", "session=Grundkurs i mars"),
    ("implementations", "title=Införande av Ärendehanteraren", "kind=inforande", "system=Ärendehanteraren"),
    ("platform_changes", "title=Byte till Windows 12", "systems=Lifecare"),
    ("cooperation_cases", "title=Gemensamt ärendesystem", "systems=Lifecare"),
    ("allocations", "title=Lifecare 2027", "case=Gemensamt ärendesystem"),
    ("decisions", "title=Lifecare upphandlas gemensamt", "decided_on=2026-11-18"),
    ("platform_notices", "change=Byte till Windows 12", "organisation=Socialförvaltningen"),
)  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What a command left behind."""

    status: int
    raw: bytes
    error: str

    @property
    def out(self) -> str:
        return self.raw.decode("utf-8")

    @property
    def json(self) -> Any:
        return json.loads(self.raw)


Cli = Callable[..., Answer]


@pytest.fixture
def cli(capsysbinary: pytest.CaptureFixture[bytes]) -> Cli:
    """Run a command line."""

    def run(*arguments: object) -> Answer:
        capsysbinary.readouterr()
        status = main([str(argument) for argument in arguments])
        out, error = capsysbinary.readouterr()
        return Answer(status, out, error.decode("utf-8"))

    return run


@pytest.fixture
def done(cli: Cli) -> Cli:
    """Run a command line that must succeed without a remark."""

    def run(*arguments: object) -> Answer:
        answer = cli(*arguments)
        assert (answer.status, answer.error) == (0, "")
        return answer

    return run


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty register of Bengtsfors and one with a few records of each kind."""
    folder = tmp_path_factory.mktemp("register")
    empty, filled = folder / "tomt.itadmin", folder / "fyllt.itadmin"
    with redirect_stdout(io.StringIO()):
        assert main(["new", str(empty), "--organisation", "1460"]) == 0
        shutil.copy(empty, filled)
        for name, *values in RECORDS:
            assert main(["add", name, str(filled), *values]) == 0
    return folder


@pytest.fixture
def register(templates: Path, tmp_path: Path) -> Path:
    """An empty register of Bengtsfors."""
    return Path(shutil.copy(templates / "tomt.itadmin", tmp_path / "bengtsfors.itadmin"))


@pytest.fixture
def filled(templates: Path, tmp_path: Path) -> Path:
    """A register with a few records of each kind."""
    return Path(shutil.copy(templates / "fyllt.itadmin", tmp_path / "bengtsfors.itadmin"))
