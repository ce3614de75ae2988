"""Spellings of the legal forms of organisations in Poland and its neighbourhood."""

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "legal_forms.txt"


@cache
def load_legal_forms() -> tuple[str, ...]:
    """Return the spellings, one for each line of the data file that is not a comment."""
    lines = DATA.read_text("utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
