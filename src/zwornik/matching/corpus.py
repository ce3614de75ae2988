"""The offer as the ranker reads it: which records, which texts, which glossary, in which version."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Count, Max, Model

from zwornik.catalogue.choices import RecordStatus
from zwornik.catalogue.models import CatalogueRecord, Need
from zwornik.catalogue.selectors import KINDS, OFFER_KINDS
from zwornik.core.bilingual import other_language
from zwornik.matching.choices import TermState
from zwornik.matching.models import GlossaryTerm
from zwornik.methods.retrieval.index import Index
from zwornik.methods.retrieval.ranking import Ranker
from zwornik.methods.text.analysis import AnalysedRecord, TextAnalyser
from zwornik.methods.text.lexicon import Lexicon
from zwornik.vocabularies.glossary import load_glossary

OFFER_TEXTS = (
    "summary", "problem", "solution", "advantages", "methods", "offer",
)  # fmt: skip
NEED_TEXTS = ("statement", "success")


@dataclass(frozen=True)
class Corpus:
    """The offer, ready to be ranked, in the versions that a comparison stores."""

    version: str
    glossary_version: str
    ranker: Ranker
    analyser: TextAnalyser
    size: int


def published_offers() -> dict[str, Any]:
    """Return the published records of each kind of offer."""
    return {kind: KINDS[kind].objects.filter(status=RecordStatus.PUBLISHED) for kind in OFFER_KINDS}


def corpus_version() -> str:
    """Return a short name for the state of the offer; it changes with every change of a record."""
    digest = hashlib.sha256()
    for kind, records in published_offers().items():
        state = records.aggregate(n=Count("pk"), changed=Max("updated_at"), last=Max("pk"))
        digest.update(f"{kind} {state['n']} {state['changed']} {state['last']};".encode())
    return digest.hexdigest()[:16]


def glossary_version() -> str:
    """Return a short name for the glossary in use: the shipped one and the cluster's changes."""
    state = GlossaryTerm.objects.aggregate(n=Count("pk"), changed=Max("changed_at"))
    shipped = load_glossary().version
    return f"{shipped}+{state['n']}@{state['changed']:%Y%m%d%H%M%S%f}" if state["n"] else shipped


def glossary_entries() -> list[tuple[str, tuple[str, ...]]]:
    """Return the terms in use: the cluster's own in place of shipped ones of the same wording."""
    own = {term.polish.lower(): term for term in GlossaryTerm.objects.all()}
    shipped = [
        (entry.polish, tuple(entry.english))
        for entry in load_glossary().entries
        if entry.polish.lower() not in own
    ]
    used = [
        (term.polish, tuple(e.strip() for e in term.english.split("|")))
        for term in own.values()
        if term.state == TermState.USED
    ]
    return used + shipped


def corpus_for(language: str) -> Corpus:
    """Return the offer with its texts in a language, or in the other where that is empty."""
    return _build(corpus_version(), glossary_version(), language)


@lru_cache(maxsize=2)
def _analyser(version: str) -> TextAnalyser:
    del version  # the key of the cache: another glossary makes another analyser
    return TextAnalyser(Lexicon(glossary_entries()))


@lru_cache(maxsize=4)
def _build(version: str, glossary: str, language: str) -> Corpus:
    analyser = _analyser(glossary)
    records = [
        analysed(analyser, record, OFFER_TEXTS, language)
        for offers in published_offers().values()
        for record in offers.order_by("pk")
    ]
    return Corpus(version, glossary, Ranker(Index(records)), analyser, len(records))


def analysed(
    analyser: TextAnalyser, record: CatalogueRecord, names: tuple[str, ...], language: str
) -> AnalysedRecord:
    """Return the title and the texts of a record, each in its own language, ready for ranking."""
    return analyser.record(
        offer_key(record),
        {
            "title": text_in(record, "title", language),
            "text": "\n".join(text for name in names if (text := text_in(record, name, language))),
        },
    )


def text_in(record: Model, name: str, language: str) -> str:
    """Return a text in a language, or in the other one where that is empty."""
    own = str(getattr(record, f"{name}_{language}", "") or "")
    return own or str(getattr(record, f"{name}_{other_language(language)}", "") or "")


def text_is_in(record: Model, name: str, language: str) -> bool:
    """Say whether a text of a record is written in a language."""
    return bool(getattr(record, f"{name}_{language}"))


def analysed_need(analyser: TextAnalyser, need: Need, language: str) -> AnalysedRecord:
    """Return a need with its requirements, ready to be the query."""
    lines = need.requirements.order_by("order")
    wanted = "\n".join(text_in(line, "text", language) for line in lines)
    texts = [text_in(need, name, language) for name in NEED_TEXTS]
    text = "\n".join(t for t in [*texts, wanted] if t)
    return analyser.record(
        offer_key(need), {"title": text_in(need, "title", language), "text": text}
    )


def language_of(need: Need) -> str:
    """Return the language in which a need is compared: Polish where it has Polish words."""
    return "pl" if text_is_in(need, "title", "pl") else "en"


def offer_key(record: CatalogueRecord) -> str:
    """Return the stable key of a record: its kind and number."""
    return f"{record._meta.model_name}:{record.pk:09d}"
