"""Reads of the matching room: needs with their latest comparison, decisions, glossary."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from zwornik.catalogue.choices import RecordStatus
from zwornik.catalogue.models import CatalogueRecord, Need
from zwornik.matching.choices import Verdict
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


def decision_on(need: Need, kind: str, offer: CatalogueRecord) -> Decision | None:
    """Return what was decided about one offer for a need."""
    return Decision.objects.filter(need=need, **{kind: offer}).first()


def needs_with_matches() -> QuerySet[Any]:
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


def needs_awaiting_decision() -> QuerySet[Any]:
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
