"""The metadata of the file: what it is, by whom, when, and which standards it keeps.

The document information and the XMP packet say the same, as PDF/A requires. The time is the paper's own.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from itadmin.documents.pdf.file import PdfFile, text_string

PRODUCER = "itadmin"
NUMBER_ENTRY = "Identifier"
"""The entry of the document information that holds the paper's number; `dc:identifier` says the same."""

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
_UA_SCHEMA = (
    '<rdf:Description rdf:about=""'
    ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    "<pdfaExtension:schemas><rdf:Bag>"
    '<rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>"
    "</rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself; texts must have been cleaned."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    created: datetime
    number: str = ""
    """The number the paper is known by."""


def write_information(file: PdfFile, metadata: Metadata) -> int:
    """Writes the document information dictionary; returns its number."""
    moment = _pdf_time(metadata.created)
    texts = {
        "Title": metadata.title,
        "Author": metadata.author,
        "Subject": metadata.subject,
        "Keywords": metadata.keywords,
        NUMBER_ENTRY: metadata.number,
        "Creator": PRODUCER,
        "Producer": PRODUCER,
    }
    entries = "".join(f"/{name}{text_string(text)}" for name, text in texts.items() if text)
    return file.add(f"<<{entries}/CreationDate({moment})/ModDate({moment})>>")


def write_packet(file: PdfFile, metadata: Metadata) -> int:
    """Writes the XMP packet, uncompressed so that archives can read it; returns its number."""
    packet = _packet(metadata).encode("utf-8")
    return file.add_stream(packet, "/Type/Metadata/Subtype/XML", compressed=False)


def _packet(metadata: Metadata) -> str:
    moment = _utc(metadata.created).strftime("%Y-%m-%dT%H:%M:%SZ")
    properties = [
        _text_property("dc:title", "Alt", metadata.title),
        _text_property("dc:creator", "Seq", metadata.author),
        _text_property("dc:description", "Alt", metadata.subject),
        _text_property("dc:language", "Bag", metadata.language),
        _plain_property("dc:identifier", metadata.number),
        _plain_property("pdf:Keywords", metadata.keywords),
        _plain_property("pdf:Producer", PRODUCER),
        _plain_property("xmp:CreatorTool", PRODUCER),
        _plain_property("xmp:CreateDate", moment),
        _plain_property("xmp:ModifyDate", moment),
        _plain_property("pdfaid:part", "2"),
        _plain_property("pdfaid:conformance", "A"),
        _plain_property("pdfuaid:part", "1"),
    ]
    namespaces = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in _NAMESPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{namespaces}>{"".join(properties)}</rdf:Description>'
        f"{_UA_SCHEMA}</rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    )


def _text_property(name: str, container: str, text: str) -> str:
    if not text:
        return ""
    language = ' xml:lang="x-default"' if container == "Alt" else ""
    return f"<{name}><rdf:{container}><rdf:li{language}>{_escaped(text)}</rdf:li></rdf:{container}></{name}>"


def _plain_property(name: str, text: str) -> str:
    return f"<{name}>{_escaped(text)}</{name}>" if text else ""


def _escaped(text: str) -> str:
    """For XML, and so that a careless reader does not take a word of the text for the end of the stream."""
    return escape(text, {"endstream": "&#101;ndstream"})


def _pdf_time(moment: datetime) -> str:
    return _utc(moment).strftime("D:%Y%m%d%H%M%SZ")


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
