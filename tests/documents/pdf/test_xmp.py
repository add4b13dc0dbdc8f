from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pypdf
import pytest
from pypdf.generic import StreamObject
from pypdf.xmp import XmpInformation

from itadmin.documents.pdf.file import PdfFile
from itadmin.documents.pdf.xmp import Metadata, write_information, write_packet


def metadata(title: str = "Driftavtal", subject: str = "Om drift", created: datetime | None = None) -> Metadata:
    moment = created or datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
    return Metadata(title, "Åmåls kommun", subject, "drift, avtal", "sv-SE", moment)


def read_packet(said: Metadata) -> StreamObject:
    file = PdfFile()
    number = write_packet(file, said)
    return pypdf.PdfReader(BytesIO(file.to_bytes(number, number))).trailer["/Root"].get_object()


def packet(said: Metadata) -> str:
    return read_packet(said).get_data().decode("utf-8")


def test_the_packet_names_both_standards_and_says_what_the_paper_is() -> None:
    text = packet(metadata())
    for said in (
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdf:Keywords>drift, avtal</pdf:Keywords>",
        "<xmp:CreateDate>2026-11-22T10:30:00Z</xmp:CreateDate>",
        "<rdf:li>sv-SE</rdf:li>",
    ):
        assert said in text


@pytest.mark.parametrize("title", ["<b> & ]]> \"'", "endstream endobj", "Å – §"])
def test_any_title_is_read_back(title: str) -> None:
    written = read_packet(metadata(title))
    assert XmpInformation(written).dc_title == {"x-default": title}
    assert b"endstream" not in written.get_data()


def test_what_is_not_said_is_left_out() -> None:
    text = packet(metadata(subject=""))
    assert "dc:description" not in text


def test_times_are_written_in_universal_time() -> None:
    said = metadata(created=datetime(2026, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=1))))
    file = PdfFile()
    number = write_information(file, said)
    info = pypdf.PdfReader(BytesIO(file.to_bytes(number, number))).trailer["/Root"]
    assert info["/CreationDate"] == info["/ModDate"] == "D:20251231233000Z"
    assert "2025-12-31T23:30:00Z" in packet(said)
