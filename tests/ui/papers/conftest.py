"""Handlingar about a driftavtal, made as if by the document window, and a window for dialogs to stand over."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import NoEncryption
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.documents.content import Paper, Paragraph, Profile
from itadmin.documents.pdf.render import render
from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.papers import MadePaper, issue, next_number, paper_of
from itadmin.services.workspace import Workspace

Make = Callable[..., IssuedPaper]
ONE_TO_SIGN = b'{"signatories": [{"title": "IT-chef", "party": "Melleruds kommun"}]}'
WORDS = " ".join(f"bestämmelse{number}" for number in range(60))


def page(number: str, words: str = WORDS) -> bytes:
    """A PDF of one page with a number and some words."""
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    return render(
        Paper(title="Prov", created=moment, profile=Profile("Bengtsfors"), body=(Paragraph(words),), number=number)
    )


@pytest.fixture
def pdf_of() -> Callable[..., bytes]:
    """Make a PDF of one page: its number, and other words than the usual ones."""
    return page


@pytest.fixture
def agreement_id(workspace: Workspace) -> UUID:
    return workspace.records.add("agreements", {"title": "Driftavtal Lifecare", "kind": "driftavtal"})


@pytest.fixture
def make_paper(workspace: Workspace, agreement_id: UUID) -> Make:
    """Issue a handling about the driftavtal; of its own kind unless another is said."""

    def make(paper_type: str = "operations_agreement", values: bytes = ONE_TO_SIGN) -> IssuedPaper:
        reading = workspace.reading()
        number = next_number(reading)
        made = MadePaper(
            paper_type=paper_type,
            title="Driftavtal för Lifecare",
            number=number,
            register="agreements",
            record_id=agreement_id,
            made_on=reading.day,
            file_name=f"{number}_Driftavtal.pdf",
            content=page(number),
            values=values,
        )
        issued = issue(workspace, made)
        workspace.records.announce(issued.changes)
        return paper_of(workspace.reading(), issued.paper_id)

    return make


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The certificate file, without a password, of Åsa Öberg at Melleruds kommun."""
    key = generate_private_key(SECP256R1())
    told = ((NameOID.COMMON_NAME, "Åsa Öberg"), (NameOID.ORGANIZATION_NAME, "Melleruds kommun"))
    name = x509.Name([x509.NameAttribute(kind, value) for kind, value in told])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2090, 1, 1, tzinfo=UTC))
        .sign(key, SHA256())
    )
    path = tmp_path_factory.mktemp("certifikat") / "asa.p12"
    path.write_bytes(serialize_key_and_certificates(None, key, made, None, NoEncryption()))
    return path


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A window for dialogs to stand over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget
