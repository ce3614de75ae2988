"""What reading one cell gives, and the error that says why it cannot be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from zwornik.directory.imports.plan import Value


class CellError(ValueError):
    """A cell that cannot be understood; the text says why and what to do."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says.

    Attributes
    ----------
    values
        By target; one cell may tell several things, as an address does.
    remark
        What was left out or supposed, in words; empty if nothing was.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    remark: str = ""
