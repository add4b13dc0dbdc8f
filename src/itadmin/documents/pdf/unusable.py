"""What is said of a picture that cannot stand in a paper."""


class UnusablePictureError(Exception):
    """A picture cannot be used; `reason` goes on after its name, without a full stop: "är ingen bild …"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
