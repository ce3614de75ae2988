"""Needs are compared with the whole offer, and the result is stored with all that explains it."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction

from zwornik.catalogue.choices import RecordStatus
from zwornik.catalogue.models import CatalogueRecord, Need
from zwornik.matching.choices import OmissionReason
from zwornik.matching.corpus import (
    Corpus,
    analysed_need,
    corpus_for,
    corpus_version,
    glossary_version,
    language_of,
    offer_key,
    published_offers,
)
from zwornik.matching.filters import Omission, parted
from zwornik.matching.fitness import ALWAYS_SHOWN, LEAST_FIT
from zwornik.matching.models import Match, MatchRun
from zwornik.matching.selectors import latest_run
from zwornik.methods.retrieval.parameters import METHOD_VERSION
from zwornik.methods.retrieval.parts import Hit

MOST_MATCHES = 8
TOO_LITTLE, NO_COMMON_WORD = OmissionReason.TOO_LITTLE, OmissionReason.NO_COMMON_WORD


def match_need(*, need_id: int, now: datetime) -> MatchRun:
    """Compare a need with the offer as it is now, and store the matches with their reasons.

    Nothing is computed again, and nothing is locked, while need, offer and glossary are what they
    were.
    """
    return _current_run(Need.objects.get(pk=need_id)) or _compare(need_id, now)


def _current_run(need: Need) -> MatchRun | None:
    """Return the latest comparison of a need if it still holds."""
    found = latest_run(need)
    return found if found is not None and _is_current(found, need) else None


@transaction.atomic
def _compare(need_id: int, now: datetime) -> MatchRun:
    """Compare a need anew, unless somebody else has just done so."""
    need = Need.objects.select_for_update().get(pk=need_id)
    found = _current_run(need)
    if found is not None:
        return found
    corpus = corpus_for(language_of(need))
    offers = {
        offer_key(record): record
        for records in published_offers().values()
        for record in records.select_related("organisation").order_by("pk")
    }
    kept, omitted = parted(need, offers.values())
    query = analysed_need(corpus.analyser, need, language_of(need))
    hits = worth_showing(
        corpus.ranker.rank(query, MOST_MATCHES, among={offer_key(record) for record in kept})
    )
    shown = {hit.key for hit in hits}
    met = {hit.key for hit in corpus.ranker.rank(query, corpus.size, explain=False)}
    omitted += [
        Omission(record, TOO_LITTLE if offer_key(record) in met else NO_COMMON_WORD)
        for record in kept
        if offer_key(record) not in shown
    ]
    return _store(need, corpus, hits, offers, omitted, len(kept), now)


def worth_showing(hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits that a person should look at: few and good rather than many.

    The first few are shown whatever their fit, so that a person can see how far the nearest is.
    """
    return [hit for n, hit in enumerate(hits) if n < ALWAYS_SHOWN or hit.fit >= LEAST_FIT]


def _is_current(run: MatchRun, need: Need) -> bool:
    return (
        run.method_version == METHOD_VERSION
        and run.run_at >= need.updated_at
        and run.corpus_version == corpus_version()
        and run.glossary_version == glossary_version()
    )


def _store(
    need: Need,
    corpus: Corpus,
    hits: Sequence[Hit],
    offers: dict[str, CatalogueRecord],
    omitted: list[Omission],
    compared: int,
    now: datetime,
) -> MatchRun:
    run = MatchRun.objects.create(
        need=need,
        run_at=now,
        method_version=METHOD_VERSION,
        parameters={
            "language": language_of(need),
            "most_matches": MOST_MATCHES,
            "least_fit": LEAST_FIT,
        },
        glossary_version=corpus.glossary_version,
        corpus_version=corpus.version,
        compared_count=compared,
        omitted=[{"record": offer_key(o.record), "reason": str(o.reason)} for o in omitted],
    )
    Match.objects.bulk_create(
        Match(
            run=run,
            rank=rank,
            score=hit.score,
            fit=hit.fit,
            parts=[_part(part) for part in hit.parts],
            **{str(offers[hit.key]._meta.model_name): offers[hit.key]},
        )
        for rank, hit in enumerate(hits, start=1)
    )
    return run


def _part(part: Any) -> dict[str, Any]:
    """Return a part of a score as it is stored."""
    return {**asdict(part), "kind": str(part.kind), "document_words": list(part.document_words)}


def match_all_needs(*, now: datetime) -> int:
    """Compare every published need with the offer; return how many there are."""
    needs = list(Need.objects.filter(status=RecordStatus.PUBLISHED).values_list("pk", flat=True))
    for pk in needs:
        match_need(need_id=pk, now=now)
    return len(needs)
