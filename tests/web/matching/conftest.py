"""The offer of the matching room's own tests."""

from tests.matching.conftest import (
    antibody,
    coordinator,
    need,
    prosthesis,
    seeker,
    team,
    validation,
    young,
)

__all__ = [
    "antibody",
    "coordinator",
    "need",
    "prosthesis",
    "seeker",
    "team",
    "validation",
    "young",
]
