from uuid import UUID

from itadmin.ui.trail import Place, Trail

FIRST, SECOND, THIRD = (Place("systems", UUID(int=number)) for number in (1, 2, 3))


def test_the_way_back_and_forward() -> None:
    trail = Trail()
    for place in (FIRST, SECOND, THIRD):
        trail.visit(place)
    assert trail.back() == SECOND
    assert trail.back() == FIRST
    assert trail.back() is None
    assert trail.forward() == SECOND


def test_a_new_place_forgets_what_lay_ahead() -> None:
    trail = Trail()
    for place in (FIRST, SECOND):
        trail.visit(place)
    trail.back()
    trail.visit(THIRD)
    assert not trail.can_go_forward
    assert trail.back() == FIRST


def test_standing_still_is_no_new_place() -> None:
    trail = Trail()
    trail.visit(FIRST)
    trail.visit(FIRST)
    assert not trail.can_go_back


def test_the_first_record_of_a_page_takes_the_place_of_the_page_alone() -> None:
    trail = Trail()
    for place in (Place("start"), Place("systems"), FIRST, SECOND):
        trail.visit(place)
    assert trail.back() == FIRST
    assert trail.back() == Place("start")
    assert trail.forward() == FIRST


def test_moving_along_the_trail_leaves_no_trace() -> None:
    trail = Trail()
    for place in (FIRST, SECOND):
        trail.visit(place)
    place = trail.back()
    with trail.moving():
        trail.visit(THIRD)
    assert place == FIRST
    assert trail.forward() == SECOND
