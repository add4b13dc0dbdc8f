import re
import zlib
from io import BytesIO

import pypdf
import pytest

from itadmin.documents.pdf.file import PdfFile, text_string


def small_file(extra: int = 0) -> bytes:
    file = PdfFile()
    pages = file.reserve()
    content = file.add_stream(b"BT ET")
    page = file.add(f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 10 10]/Contents {content} 0 R>>")
    file.set(pages, f"<</Type/Pages/Kids[{page} 0 R]/Count 1>>")
    for number in range(extra):
        file.add(f"<</Number {number}>>")
    info = file.add(f"<</Title{text_string('Åmål')}>>")
    return file.to_bytes(file.add(f"<</Type/Catalog/Pages {pages} 0 R>>"), info)


@pytest.mark.parametrize("extra", [0, 1, 199, 200, 1000])
def test_every_object_is_found_again(extra: int) -> None:
    reader = pypdf.PdfReader(BytesIO(small_file(extra)), strict=True)
    assert reader.metadata.title == "Åmål"
    assert reader.pages[0].get_contents().get_data() == b"BT ET"
    assert [reader.get_object(4 + number) for number in range(extra)] == [{"/Number": n} for n in range(extra)]


def test_a_stream_ends_in_a_line_end_of_its_own() -> None:
    file = PdfFile()
    number = file.add_stream(b"ends in a carriage return\r", compressed=False)
    data = file.to_bytes(number, number)
    assert b"/Length 26>>\nstream\nends in a carriage return\r\r\nendstream\n" in data
    for length, content in re.findall(rb"/Length (\d+)>>\nstream\n(.*?)\r\nendstream\nendobj", small_file(), re.DOTALL):
        assert len(content) == int(length)


def test_streams_are_compressed_unless_told_otherwise() -> None:
    file = PdfFile()
    file.add_stream(b"x" * 1000, "/Kind/X")
    data = file.to_bytes(1, 1)
    match = re.search(rb"<</Kind/X/Filter/FlateDecode/Length (\d+)>>\nstream\n", data)
    assert zlib.decompress(data[match.end() : match.end() + int(match[1])]) == b"x" * 1000


def test_the_identity_follows_from_the_content() -> None:
    one, same, other = (re.search(rb"/ID\[<(\w+)>", data)[1] for data in (small_file(), small_file(), small_file(1)))
    assert one == same != other


@pytest.mark.parametrize("text", ["", "Åmål", ") endobj <<", "\u00a0§", "😀"])
def test_text_strings_hold_any_text(text: str) -> None:
    written = text_string(text)
    assert re.fullmatch(r"<FEFF[0-9A-F]*>", written)
    assert bytes.fromhex(written[1:-1]).decode("utf-16") == text
