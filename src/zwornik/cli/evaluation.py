"""The matcher measured on the judged pairs of the demonstration cluster, each direction apart."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from zwornik.cli.demonstration.files import Judgement, entries, judgements
from zwornik.matching.corpus import NEED_TEXTS, OFFER_TEXTS
from zwornik.methods.retrieval.index import Index
from zwornik.methods.retrieval.measures import bootstrap_interval, ndcg, precision, recall
from zwornik.methods.retrieval.ranking import Ranker
from zwornik.methods.text.analysis import AnalysedRecord, TextAnalyser
from zwornik.methods.text.lexicon import Lexicon
from zwornik.vocabularies.glossary import load_glossary

DIRECTIONS = (("pl", "en"), ("en", "pl"), ("pl", "pl"), ("en", "en"))
KINDS = ("technology", "competence", "equipment")
Ranking = dict[str, list[str]]


@dataclass(frozen=True)
class Figures:
    """Means over queries: nDCG@10 with its interval, precision@5 and recall@100."""

    queries: int
    ndcg: float
    interval: tuple[float, float]
    precision: float
    recall: float


def evaluate_demonstration() -> str:
    """Return a table: matcher beside plain keyword search, in each direction."""
    glossary = load_glossary()
    pairs = [(entry.polish, entry.english) for entry in glossary.entries]
    engines = {"zwornik": TextAnalyser(Lexicon(pairs)), "keywords": TextAnalyser()}
    judged = list(judgements())
    terms = f"glossary {glossary.version}, {len(pairs)} terms"
    head = f"{'direction':10} {'engine':9} {'needs':>5} {'nDCG@10':>8} {'95 % interval':>15}"
    lines = [
        f"{len(judged)} judged pairs; {terms}; pairs nobody judged count as 0",
        f"{head} {'P@5':>6} {'recall@100':>10}",
    ]
    for source, target in DIRECTIONS:
        for name, analyser in engines.items():
            figures = _measure(rankings(analyser, source, target), judged, target)
            lines.append(_line(f"{source}→{target}", name, figures))
    return "\n".join(lines)


def _line(direction: str, engine: str, f: Figures) -> str:
    return (
        f"{direction:10} {engine:9} {f.queries:5} {f.ndcg:8.3f}   {f.interval[0]:.3f}–"
        f"{f.interval[1]:.3f} {f.precision:8.3f} {f.recall:10.3f}"
    )


def rankings(analyser: TextAnalyser, source: str, target: str) -> Ranking:
    """Rank the offers written in one language for the needs written in another."""
    offers = [
        _analysed(analyser, f"{kind}:{entry['key']}", entry, OFFER_TEXTS, target)
        for kind in KINDS
        for entry in entries(kind)
        if title_of(entry, target)
    ]
    ranker = Ranker(Index(offers))
    needs = [entry for entry in entries("need") if title_of(entry, source)]
    queries = [_analysed(analyser, e["key"], e, NEED_TEXTS, source) for e in needs]
    return {q.key: [hit.key for hit in ranker.rank(q, 100, explain=False)] for q in queries}


def title_of(entry: dict[str, Any], language: str) -> str:
    """Return the title of an entry in a language; equipment calls it its name."""
    return str(entry.get(f"title_{language}") or entry.get(f"name_{language}") or "")


def _analysed(
    analyser: TextAnalyser, key: str, entry: dict[str, Any], names: Iterable[str], language: str
) -> AnalysedRecord:
    texts = [entry.get(f"{name}_{language}", "") for name in (*names, "description")]
    texts += [line[language] for line in entry.get("requirements", [])]
    fields = {"title": title_of(entry, language), "text": "\n".join(t for t in texts if t)}
    return analyser.record(key, fields)


def _measure(found: Ranking, judged: Sequence[Judgement], target: str) -> Figures:
    """Return the figures over the needs that have a right answer in the language asked."""
    written = {f"{kind}:{e['key']}" for kind in KINDS for e in entries(kind) if title_of(e, target)}
    grades: dict[str, dict[str, int]] = {}
    for j in judged:
        key = f"{j.offer_kind}:{j.offer}"
        if j.need in found and key in written:
            grades.setdefault(j.need, {})[key] = j.grade
    needs = [need for need, graded in grades.items() if any(graded.values())]

    def values(measure: Callable[[list[str], dict[str, int]], float]) -> list[float]:
        return [measure(found[need], grades[need]) for need in needs]

    gains = values(ndcg)
    return Figures(
        queries=len(needs),
        ndcg=sum(gains) / len(gains),
        interval=bootstrap_interval(gains),
        precision=sum(values(precision)) / len(needs),
        recall=sum(values(recall)) / len(needs),
    )
