"""What checking an identifier gives: the tidied identifier and what is wrong with it."""

from dataclasses import dataclass
from enum import StrEnum


class Problem(StrEnum):
    """What is wrong with an identifier, for callers to put into words."""

    EMPTY = "empty"
    LETTERS = "letters"
    LENGTH = "length"
    CHECKSUM = "checksum"
    COUNTRY = "country"
    FORM = "form"
    SEVERAL = "several"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Checked:
    """An identifier as its register writes it, and what is wrong with it, if anything.

    Attributes
    ----------
    value
        The tidied identifier; where there is a problem, as far as it could be tidied.
    """

    value: str
    problem: Problem | None = None

    @property
    def is_valid(self) -> bool:
        """Whether nothing is wrong."""
        return self.problem is None
