"""What a paper is built of: what is said and what it means, never where it lands on a sheet.

A document type gathers its facts and returns one `Paper`; `numbering` gives sections, clauses and tables their
numbers; `pdf` draws it. All texts here are raw: they are cleaned and escaped by the renderer alone, so anything a
user has typed may stand in any of them. Knows nothing of PDF, of registers or of the clock.
"""

from itadmin.documents.content.blocks import (
    Block,
    BulletList,
    Clause,
    Contents,
    Heading,
    Item,
    NumberedList,
    PageBreak,
    Paragraph,
    Signatory,
    SignatureBlock,
    SignatureParty,
)
from itadmin.documents.content.figures import (
    Arrow,
    Bar,
    BarChart,
    Diagram,
    KeyFact,
    KeyFacts,
    Ladder,
    Node,
    Step,
    Timeline,
    YearRing,
)
from itadmin.documents.content.paper import Appendix, Cover, CoverParty, Logotype, Paper, Pixels, Profile, Shape
from itadmin.documents.content.running_text import Footnote, Inline, Link, Missing, Run, Strong
from itadmin.documents.content.tables import Align, Cell, CellContent, Column, DataTable, Field, FieldTable, Row

__all__ = [
    "Align",
    "Appendix",
    "Arrow",
    "Bar",
    "BarChart",
    "Block",
    "BulletList",
    "Cell",
    "CellContent",
    "Clause",
    "Column",
    "Contents",
    "Cover",
    "CoverParty",
    "DataTable",
    "Diagram",
    "Field",
    "FieldTable",
    "Footnote",
    "Heading",
    "Inline",
    "Item",
    "KeyFact",
    "KeyFacts",
    "Ladder",
    "Link",
    "Logotype",
    "Missing",
    "Node",
    "NumberedList",
    "PageBreak",
    "Paper",
    "Paragraph",
    "Pixels",
    "Profile",
    "Row",
    "Run",
    "Shape",
    "Signatory",
    "SignatureBlock",
    "SignatureParty",
    "Step",
    "Strong",
    "Timeline",
    "YearRing",
]
