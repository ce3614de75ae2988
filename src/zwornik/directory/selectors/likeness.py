"""Which organisations may be the same, entered twice under slightly different names."""

from dataclasses import dataclass

from zwornik.directory.models import Organisation
from zwornik.directory.naming import name_key

ALIKE_FROM = 90.0


@dataclass(frozen=True)
class Likeness:
    """An organisation that may be the same: how alike the names are, 0–100."""

    organisation: Organisation
    likeness: float

    @property
    def is_same_name(self) -> bool:
        """Whether the names differ in nothing but the legal form, case and signs."""
        return self.likeness >= 100.0


def organisations_alike(organisation: Organisation, *, limit: int = 3) -> list[Likeness]:
    """Return organisations with nearly the same name and no differing register number.

    Names are compared word by word in any order, without legal forms; the name in English counts
    as a name too.
    """
    own = {organisation.name_key, name_key(organisation.name_en)} - {""}
    rows = Organisation.objects.exclude(pk=organisation.pk).values_list("pk", "name_key", "name_en")
    scores = {pk: _closest(own, {key, name_key(english)} - {""}) for pk, key, english in rows}
    close = [pk for pk, score in scores.items() if score >= ALIKE_FROM]
    if not close:
        return []
    found = _not_told_apart(organisation, close)
    alike = [Likeness(other, scores[other.pk]) for other in found]
    return sorted(alike, key=lambda one: (-one.likeness, one.organisation.pk))[:limit]


def _closest(own: set[str], others: set[str]) -> float:
    from rapidfuzz.fuzz import token_sort_ratio  # noqa: PLC0415 - only where names are compared

    return max((token_sort_ratio(a, b) for a in own for b in others), default=0.0)


def _not_told_apart(organisation: Organisation, pks: list[int]) -> list[Organisation]:
    """Leave out organisations that have another number in a register where this one has its own."""
    own = {row.scheme: row.value for row in organisation.identifiers.all()}
    candidates = Organisation.objects.filter(pk__in=pks).prefetch_related("identifiers")
    return [
        other
        for other in candidates
        if all(own.get(row.scheme, row.value) == row.value for row in other.identifiers.all())
    ]
