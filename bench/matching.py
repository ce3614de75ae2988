"""Measure the matcher on public class lists and deliverable texts; figures for docs/methods.

Usage: ZWORNIK_OPENDATA=folder python bench/matching.py [quality|speed]
"""

import csv
import gc
import gzip
import math
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bm25s
import numpy as np

from zwornik.methods.retrieval.index import Index
from zwornik.methods.retrieval.measures import bootstrap_interval
from zwornik.methods.retrieval.ranking import Ranker
from zwornik.methods.text.analysis import AnalysedRecord, TextAnalyser
from zwornik.methods.text.folding import fold
from zwornik.methods.text.grouping import english_terms
from zwornik.methods.text.language import Language
from zwornik.methods.text.lexicon import Lexicon
from zwornik.methods.text.stopwords import function_words
from zwornik.methods.text.tokens import clauses
from zwornik.vocabularies.glossary import load_glossary

OPENDATA = Path(os.environ.get("ZWORNIK_OPENDATA", ""))
SIZES = (10_000, 100_000)
SHORT_QUERIES, LONG_QUERIES = 200, 40

Pair = tuple[str, str, str]  # class, query, document


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a compressed table of the open data."""
    with gzip.open(OPENDATA / name, "rt", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@dataclass(frozen=True)
class Task:
    """Texts of classes in one language as queries, titles of the same classes as documents."""

    name: str
    source: str
    target: str
    pairs: list[Pair]


def nace_tasks() -> Iterator[Task]:
    """Yield the directions: descriptions for titles in all four, titles for titles across."""
    classes = rows("taxonomies/nace_rev2_1_en_pl.csv.gz")
    for source, target in (("pl", "en"), ("en", "pl"), ("pl", "pl"), ("en", "en")):
        pairs = [
            (row["code"], described(row, source), row[f"title_{target}"])
            for row in classes
        ]  # fmt: skip
        yield Task("description, title", source, target, pairs)
    for source, target in (("pl", "en"), ("en", "pl")):
        titles = [(row["code"], row[f"title_{source}"], row[f"title_{target}"]) for row in classes]
        yield Task("title, title", source, target, titles)


def described(row: dict[str, str], language: str) -> str:
    """Return the description of a class without its title; empty where nothing else is left."""
    text = row[f"includes_{language}"].replace(row[f"title_{language}"], " ").strip(" .,;:")
    return text if len(text) > 40 else ""


def gains_of(task: Task, found: Callable[[str], Sequence[str]]) -> list[float]:
    """Return the nDCG@10 of each query; each has one right answer."""
    gains = []
    for code, query, _document in task.pairs:
        if query:
            keys = list(found(query))[:10]
            gains.append(1 / math.log2(keys.index(code) + 2) if code in keys else 0.0)
    return gains


def told(gains: Sequence[float]) -> str:
    """Return a mean with its 95 % interval."""
    low, high = bootstrap_interval(gains)
    return f"{statistics.fmean(gains):.3f} ({low:.3f}–{high:.3f})"


def matcher(analyser: TextAnalyser, task: Task) -> Callable[[str], Sequence[str]]:
    """Return the product's ranking of the documents of a task."""
    ranker = Ranker(
        Index(
            analyser.record(code, {"title": document}, Language(task.target))
            for code, _query, document in task.pairs
        )
    )

    def found(query: str) -> Sequence[str]:
        need = analyser.record("query", {"text": query}, Language(task.source))
        return [hit.key for hit in ranker.rank(need, 10, explain=False)]

    return found


def plain_words(text: str, language: str) -> list[str]:
    """Return the words of a text as keyword search has them: stems in English, folded in Polish."""
    if language == "en":
        return list(english_terms(text))
    words = (word.lower() for clause in clauses(text) for word in clause)
    return [fold(word) for word in words if word not in function_words("pl")]


def keyword_search(task: Task) -> Callable[[str], Sequence[str]]:
    """Return plain BM25 without translation or lemmas."""
    codes = [code for code, _query, _document in task.pairs]
    engine = bm25s.BM25(k1=1.2, b=0.75)
    documents = [plain_words(document, task.target) for _c, _q, document in task.pairs]
    engine.index(documents, show_progress=False)

    def found(query: str) -> Sequence[str]:
        words = [word for word in plain_words(query, task.source) if word in engine.vocab_dict]
        if not words:
            return []
        places, scores = engine.retrieve([words], k=10, show_progress=False)
        return [codes[p] for p, s in zip(places[0], scores[0], strict=True) if s > 0]

    return found


def report_quality(analyser: TextAnalyser) -> None:
    """Print nDCG@10 of matcher, matcher without glossary, and keyword search for each task."""
    without = TextAnalyser()
    print(
        f"{'query, document':18} {'direction':9} {'queries':>7}"
        f"{'matcher':>22}{'without glossary':>22}{'keywords (bm25s)':>22}"
    )
    for task in nace_tasks():
        searches = matcher(analyser, task), matcher(without, task), keyword_search(task)
        gains = [gains_of(task, search) for search in searches]
        figures = "".join(f"{told(found):>22}" for found in gains)
        direction = f"{task.source}→{task.target}"
        print(f"{task.name:18} {direction:9} {len(gains[0]):7}{figures}", flush=True)


def profiles(size: int) -> list[dict[str, str]]:
    """Return profiles made of deliverables; beyond their number titles meet other descriptions."""
    real = rows("cordis/horizon_deliverables.csv.gz")
    made = []
    for number in range(size):
        turn, place = divmod(number, len(real))
        text = real[(place + 997 * turn) % len(real)]["description"]
        made.append({"title": real[place]["title"], "text": text})
    return made


def queries() -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Return short queries (titles of deliverables) and long ones (their descriptions joined)."""
    real = rows("cordis/horizon_deliverables.csv.gz")
    short = [{"title": row["title"], "text": ""} for row in real[:: len(real) // SHORT_QUERIES]]
    texts = [row["description"] for row in real if len(row["description"]) > 400]
    long = [
        {"title": "", "text": " ".join(texts[start : start + 8])}
        for start in range(0, LONG_QUERIES * 8, 8)
    ]
    return short[:SHORT_QUERIES], long


def resident_megabytes() -> float:
    """Return the memory that this process holds, ``nan`` where the system does not tell."""
    statistics_file = Path("/proc/self/statm")
    if not statistics_file.exists():
        return math.nan
    gc.collect()
    return int(statistics_file.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def timed(action: Callable[[Any], object], items: Sequence[Any]) -> tuple[float, float]:
    """Return median and 95th percentile of the processor time of an action, in milliseconds."""
    spent = []
    for item in items:
        start = time.process_time()
        action(item)
        spent.append(1000 * (time.process_time() - start))
    return float(np.median(spent)), float(np.quantile(spent, 0.95))


def report_speed(analyser: TextAnalyser, size: int) -> None:
    """Print documents a second and milliseconds a query, beside bm25s on the same stems."""
    texts = profiles(size)
    before = resident_megabytes()
    start = time.process_time()
    ranker = Ranker(Index(analyser.record(f"{n:07d}", fields) for n, fields in enumerate(texts)))
    ours = size / (time.process_time() - start)
    held = resident_megabytes() - before
    start = time.process_time()
    engine = bm25s.BM25(k1=1.2, b=0.75)
    stems = [list(english_terms(f"{fields['title']}. {fields['text']}")) for fields in texts]
    engine.index(stems, show_progress=False)
    theirs = size / (time.process_time() - start)
    print(
        f"\n{size:,} profiles: indexed {ours:,.0f} a CPU-second; bm25s {theirs:,.0f}; "
        f"ratio {ours / theirs:.2f}; matcher's index holds {held:,.0f} MB"
    )

    def rank(fields: dict[str, str]) -> None:
        need: AnalysedRecord = analyser.record("query", fields)
        ranker.rank(need, 10, explain=False)

    def explain(fields: dict[str, str]) -> None:
        ranker.rank(analyser.record("query", fields), 10)

    def retrieve(fields: dict[str, str]) -> None:
        words = english_terms(f"{fields['title']}. {fields['text']}")
        known = [word for word in words if word in engine.vocab_dict]
        if known:
            engine.retrieve([known], k=10, show_progress=False)

    for name, asked in zip(("short", "long"), queries(), strict=True):
        rank(asked[0])
        base, _high = timed(retrieve, asked)
        for what, action in (("matcher", rank), ("with parts", explain), ("bm25s", retrieve)):
            median, high = timed(action, asked)
            print(
                f"  {name:5} queries, {what:10}: p50 {median:7.1f} ms, p95 {high:7.1f} ms, "
                f"p50 {median / base:5.1f} times that of bm25s"
            )


def main(what: str = "all") -> None:
    """Measure what is asked for."""
    glossary = load_glossary()
    print(f"glossary {glossary.version}: {len(glossary.entries):,} terms")
    analyser = TextAnalyser(Lexicon((e.polish, e.english) for e in glossary.entries))
    if what in ("all", "quality"):
        report_quality(analyser)
    if what in ("all", "speed"):
        for size in SIZES:
            report_speed(analyser, size)


if __name__ == "__main__":
    if not OPENDATA.joinpath("taxonomies").is_dir():
        sys.exit("Set ZWORNIK_OPENDATA to the folder of the open data.")
    main(*sys.argv[1:2])
