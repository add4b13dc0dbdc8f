"""What is added to the end of a PDF, so that all that was there stays as it was.

What says which standards the file keeps stays true: metadata is left alone, which pyHanko would write anew without
them, and the file stays PDF 1.7, on which PDF/A-2 builds, though newer kinds of signatures are said to ask for 2.0.
"""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO

from pyhanko.pdf_utils.extensions import DeveloperExtension
from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

from itadmin.services.signatures.opening import opened

_IDENTITY_BYTES = 16
_VERSION = (1, 7)
_EXTENDED = "/1.7"


class Update(IncrementalPdfFileWriter):
    """An addition to a file; the same file and addition give the same bytes."""

    @classmethod
    def of(cls, content: bytes) -> Update:
        """An addition to these bytes. Raises KnownError when they are no PDF that can be read."""
        reader = opened(content, strict=True)
        return cls(reader.stream, reader)

    def to_bytes(self) -> bytes:
        """The file with what has been added to it."""
        output = BytesIO()
        self.write(output)
        return output.getvalue()

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        """Sees to it that the file says it is of this version, or of the highest that PDF/A-2 knows."""
        IncrementalPdfFileWriter.ensure_output_version(self, min(version, _VERSION))

    def register_extension(self, ext: DeveloperExtension) -> None:
        """Says in the file that it uses an extension, if the extension is one to that version."""
        if str(ext.base_version) == _EXTENDED:
            super().register_extension(ext)

    def _update_meta(self) -> None:
        """Nothing: the metadata stays."""

    @classmethod
    def _handle_id(cls, prev: PdfFileReader) -> ArrayObject:
        """The file's identity, and that of this addition, which follows from what was there."""
        changing = ByteStringObject(sha256(prev.stream.getvalue()).digest()[:_IDENTITY_BYTES])
        lasting = prev.trailer["/ID"][0] if "/ID" in prev.trailer else changing
        return ArrayObject([ByteStringObject(lasting.original_bytes), changing])
