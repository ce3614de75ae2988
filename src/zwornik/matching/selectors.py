"""Reads of the matching room: needs with their latest comparison, decisions, glossary."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from zwornik.catalogue.choices import RecordStatus
from zwornik.catalogue.models import CatalogueRecord, Need
from zwornik.catalogue.selectors import KINDS, OFFER_KINDS
from zwornik.matching.choices import OmissionReason, Verdict
from zwornik.matching.models import Decision, GlossaryTerm, Match, MatchRun


def latest_run(need: Need) -> MatchRun | None:
    """Return the latest comparison of a need, with its need at hand."""
    return need.match_runs.select_related("need").order_by("-run_at", "-pk").first()


def matches_of(run: MatchRun) -> list[Match]:
    """Return the matches of a comparison in their order, with their offers and owners at hand."""
    owners = [f"{kind}__organisation" for kind in ("technology", "competence", "equipment")]
    return list(run.matches.select_related(*owners).order_by("rank"))


def decisions_on(need: Need) -> dict[tuple[str, int], Decision]:
    """Return what was decided about the offers for a need, by kind and number of the offer."""
    found = need.decisions.select_related("technology", "competence", "equipment", "decided_by")
    return {(d.offer_kind, d.offer.pk): d for d in found}


def needs_with_matches() -> Any:
    """Return the open needs with how many matches, shortlisted and declined ones each has."""
    newest = MatchRun.objects.filter(need=OuterRef("pk")).order_by("-run_at", "-pk")
    matches = Match.objects.filter(run=OuterRef("newest_run")).order_by()
    counted = matches.values("run").annotate(n=Count("pk")).values("n")
    decided = Q(decisions__verdict=Verdict.SHORTLISTED)
    return (
        Need.objects.filter(status=RecordStatus.PUBLISHED)
        .select_related("organisation")
        .annotate(newest_run=Subquery(newest.values("pk")[:1]))
        .annotate(
            suggestion_count=Subquery(counted),
            shortlisted_count=Count("decisions", filter=decided, distinct=True),
            declined_count=Count("decisions", filter=~decided & Q(decisions__gt=0), distinct=True),
        )
    )


def needs_awaiting_decision() -> Any:
    """Return the open needs that have matches, but on which nobody has decided anything yet."""
    decided = Decision.objects.filter(need=OuterRef("pk"))
    waiting = needs_with_matches().filter(~Exists(decided), suggestion_count__gt=0)
    return waiting.order_by("recorded_on", "pk")


@dataclass(frozen=True)
class DecisionsInNumbers:
    """How many matches were shortlisted and declined."""

    shortlisted: int
    declined: int


def decisions_in_numbers(year: int) -> DecisionsInNumbers:
    """Return the decisions of a year in numbers."""
    decided = Decision.objects.filter(decided_at__year=year)
    return DecisionsInNumbers(
        decided.filter(verdict=Verdict.SHORTLISTED).count(),
        decided.filter(verdict=Verdict.DECLINED).count(),
    )


def own_terms() -> QuerySet[GlossaryTerm]:
    """Return the cluster's own glossary terms in alphabetical order."""
    return GlossaryTerm.objects.select_related("changed_by").order_by("polish")


STATES = ("all", "waiting", "shortlisted", "none")


def needs_in_state(state: str) -> Any:
    """Return the open needs in a state: all, waiting, shortlisted, or none (nothing was found)."""
    if state == "waiting":
        return needs_awaiting_decision()
    needs = needs_with_matches().order_by("-recorded_on", "pk")
    if state == "shortlisted":
        return needs.filter(shortlisted_count__gt=0)
    if state == "none":
        return needs.filter(Q(suggestion_count=None) | Q(suggestion_count=0))
    return needs


def fit_of(need: Need, offer: CatalogueRecord) -> float | None:
    """Return the fit of an offer in the latest comparison of a need, if it is among the matches."""
    run = latest_run(need)
    if run is None:
        return None
    kind = str(offer._meta.model_name)
    return run.matches.filter(**{kind: offer}).values_list("fit", flat=True).first()


@dataclass(frozen=True)
class OmittedGroup:
    """The records that a comparison left out for one reason."""

    reason: str
    label: str
    records: tuple[CatalogueRecord, ...]


def omitted_records(run: MatchRun) -> list[OmittedGroup]:
    """Return what a comparison left out, by reason, in the order of the reasons."""
    keys: dict[str, list[tuple[str, int]]] = {}
    for entry in run.omitted:
        kind, number = entry["record"].split(":")
        keys.setdefault(entry["reason"], []).append((kind, int(number)))
    stored = _records({key for group in keys.values() for key in group})
    return [
        OmittedGroup(
            reason.value, str(reason.label), tuple(stored[k] for k in keys[reason] if k in stored)
        )
        for reason in OmissionReason
        if keys.get(reason)
    ]


def _records(keys: set[tuple[str, int]]) -> dict[tuple[str, int], CatalogueRecord]:
    found: dict[tuple[str, int], CatalogueRecord] = {}
    for kind in OFFER_KINDS:
        numbers = [number for k, number in keys if k == kind]
        for record in KINDS[kind].objects.select_related("organisation").filter(pk__in=numbers):
            found[(kind, record.pk)] = record
    return found
