"""Records of the matching room."""

from zwornik.matching.models.decision import Decision
from zwornik.matching.models.glossary_term import GlossaryTerm
from zwornik.matching.models.match import Match, MatchRun

__all__ = ["Decision", "GlossaryTerm", "Match", "MatchRun"]
