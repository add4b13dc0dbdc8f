"""Pictures of pages are asked for once and let go when there are too many."""

from PySide6.QtGui import QImage

from itadmin.ui.widgets.page_images import PageImages


def test_a_picture_is_asked_for_once_at_each_width() -> None:
    asked: list[tuple[int, int]] = []

    def image(page: int, width: int) -> QImage:
        asked.append((page, width))
        return QImage(width, width, QImage.Format.Format_RGB32)

    images = PageImages(image)
    for page, width in ((0, 10), (0, 10), (1, 10), (0, 20), (1, 10)):
        assert images.get(page, width).width() == width
    assert asked == [(0, 10), (1, 10), (0, 20)]


def test_the_oldest_is_let_go_when_memory_is_used_up() -> None:
    asked: list[int] = []

    def image(page: int, width: int) -> QImage:
        asked.append(page)
        return QImage(width, width, QImage.Format.Format_RGB32)

    images = PageImages(image, most_bytes=3 * 10 * 10 * 4)
    for page in (0, 1, 2, 0, 3):
        images.get(page, 10)
    assert asked == [0, 1, 2, 3]
    images.get(0, 10)
    images.get(1, 10)
    assert asked == [0, 1, 2, 3, 1]


def test_a_picture_larger_than_all_memory_is_still_kept_while_it_is_the_newest() -> None:
    asked: list[int] = []

    def image(page: int, width: int) -> QImage:
        asked.append(page)
        return QImage(width, width, QImage.Format.Format_RGB32)

    images = PageImages(image, most_bytes=1)
    for page in (0, 0, 1, 1):
        assert not images.get(page, 100).isNull()
    assert asked == [0, 1]
