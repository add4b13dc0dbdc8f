"""What the chapters of a template may ask for is what its document type works out."""

from itadmin.documents.chapters import shipped_chapters
from itadmin.documents.markup import values_in
from itadmin.documents.variables import known_variables
from itadmin.documents.worked_out import worked_out


def test_the_shipped_policy_asks_for_all_of_it_and_for_nothing_else() -> None:
    asked = {name for chapter in shipped_chapters("it_policy") for name in values_in(chapter.text)}
    assert asked == worked_out("it_policy").keys()
    assert worked_out("it_policy").keys() & known_variables().keys() == set()


def test_other_texts_work_out_nothing() -> None:
    assert worked_out("egen_text") == {}
