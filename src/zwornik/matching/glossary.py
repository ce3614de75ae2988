"""The glossary as people read it: shipped terms and the cluster's own, together."""

from dataclasses import dataclass

from zwornik.catalogue.choices import RecordStatus
from zwornik.catalogue.models import Need
from zwornik.core.search import query_terms
from zwornik.matching.choices import TermState
from zwornik.matching.models import GlossaryTerm
from zwornik.methods.text.folding import fold
from zwornik.vocabularies.glossary import load_glossary


@dataclass(frozen=True)
class ShownTerm:
    """A term in the list: its wording, equivalents, and whether the cluster made or hid it."""

    polish: str
    english: tuple[str, ...]
    part: str
    own: GlossaryTerm | None

    @property
    def is_off(self) -> bool:
        """Whether the cluster switched the term off."""
        return self.own is not None and self.own.state == TermState.OFF


def found_terms(query: str, *, only_own: bool = False) -> list[ShownTerm]:
    """Return the terms that hold a text in either language, in alphabetical order."""
    own = {term.polish.lower(): term for term in GlossaryTerm.objects.select_related("changed_by")}
    shown = [
        ShownTerm(t.polish, tuple(e.strip() for e in t.english.split("|") if e.strip()), t.part, t)
        for t in own.values()
    ]
    if not only_own:
        shown += [
            ShownTerm(entry.polish, tuple(entry.english), entry.part, None)
            for entry in load_glossary().entries
            if entry.polish.lower() not in own
        ]
    wanted = fold(query)
    found = [t for t in shown if not wanted or wanted in fold(" ".join((t.polish, *t.english)))]
    return sorted(found, key=lambda t: (fold(t.polish) != wanted, fold(t.polish)))


def shipped_term(wording: str) -> dict[str, str] | None:
    """Return the shipped term of a wording as the form takes it."""
    for entry in load_glossary().entries:
        if entry.polish.lower() == wording.strip().lower():
            english = " | ".join(entry.english)
            return {"polish": entry.polish, "english": english, "part": entry.part}
    return None


def matches_touched_by(wording: str) -> list[Need]:
    """Return the published needs in which a Polish wording occurs: their matches would change."""
    terms = query_terms(wording)
    if not terms:
        return []
    needs = Need.objects.filter(status=RecordStatus.PUBLISHED).select_related("organisation")
    return list(needs.matching_terms(terms).order_by("pk")[:20])
