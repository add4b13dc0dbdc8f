"""Handlingar: papers that are numbered and kept, sent, and registered when they come back signed. No Qt, no renderer.

A handling has its record, its file and the values it was made of; each thing done to it is one step that can be undone.
"""

from itadmin.services.papers.about import (
    FINISHED,
    UNSIGNED,
    about_of,
    paper_of,
    papers_about,
    papers_numbered,
    unsigned_papers,
)
from itadmin.services.papers.effects import AGREEMENT_ITSELF, SignedCopy
from itadmin.services.papers.issuing import Issued, MadePaper, issue
from itadmin.services.papers.loop import Signed, may_be_sent, register_signed_paper, send, with_signed_paper, withdraw
from itadmin.services.papers.matching import Match, is_unlike, match
from itadmin.services.papers.numbers import next_number
from itadmin.services.papers.recipients import likely_recipient
from itadmin.services.papers.scans import KINDS, Scan, scan_at, scan_of
from itadmin.services.papers.stored import StoredFile, Verdict, file_of, signed_file_of, values_of, verify
from itadmin.services.papers.values_used import Remembering, values_used

__all__ = [
    "AGREEMENT_ITSELF",
    "FINISHED",
    "KINDS",
    "UNSIGNED",
    "Issued",
    "MadePaper",
    "Match",
    "Remembering",
    "Scan",
    "Signed",
    "SignedCopy",
    "StoredFile",
    "Verdict",
    "about_of",
    "file_of",
    "is_unlike",
    "issue",
    "likely_recipient",
    "match",
    "may_be_sent",
    "next_number",
    "paper_of",
    "papers_about",
    "papers_numbered",
    "register_signed_paper",
    "scan_at",
    "scan_of",
    "send",
    "signed_file_of",
    "unsigned_papers",
    "values_of",
    "values_used",
    "verify",
    "with_signed_paper",
    "withdraw",
]
