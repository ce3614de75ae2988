"""Ranking from file to file: needs and profiles as JSON lines in, a TREC run out."""

import gzip
import json
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from zwornik.methods.retrieval.index import Index
from zwornik.methods.retrieval.ranking import Ranker
from zwornik.methods.text.analysis import AnalysedRecord, TextAnalyser
from zwornik.methods.text.language import Language
from zwornik.methods.text.lexicon import Lexicon
from zwornik.vocabularies.glossary import load_glossary

MOST_TOLD = 50


class RankFileError(ValueError):
    """Lines of the input cannot be read; the message names each file and line. Nothing is written."""


@dataclass(frozen=True)
class RankReport:
    """What was ranked, and how long it took."""

    queries: int
    profiles: int
    index_seconds: float
    rank_seconds: float

    def __str__(self) -> str:
        """Say it in two lines."""
        return (
            f"{self.profiles:,} profiles read and indexed in {self.index_seconds:.1f} s "
            f"({self.profiles / max(self.index_seconds, 1e-9):,.0f} a second)\n"
            f"{self.queries:,} queries ranked in {self.rank_seconds:.1f} s "
            f"({1000 * self.rank_seconds / max(self.queries, 1):.0f} ms each)"
        )


@dataclass(frozen=True, slots=True)
class _Line:
    """One need or profile of a file."""

    key: str
    title: str
    text: str
    language: Language | None


def rank_files(
    queries: Path, profiles: Path, out: Path, *, top: int = 100, tag: str = "zwornik"
) -> RankReport:
    """Rank the profiles of one file for the needs of another, and write a TREC run.

    Parameters
    ----------
    queries, profiles : Path
        JSON lines ``{"id", "title", "text", "language"?: "pl"|"en"}``; a name that ends in ``.gz``
        is read compressed. A missing title or text is empty, further keys are ignored.
    out : Path
        Run file: ``query Q0 profile rank score tag``, ranks from 1, scores never rising.
    top : int
        Profiles for each query at most.
    tag : str
        Name of the run, without white space.

    Raises
    ------
    RankFileError
        If any line of either file is wrong; all of them are named, and nothing is written.
    """
    start = time.perf_counter()
    problems: list[str] = []
    needs = list(_read(queries, problems))
    offers = list(_read(profiles, problems))
    if problems:
        raise RankFileError(_told(problems))
    analyser = TextAnalyser(Lexicon((e.polish, e.english) for e in load_glossary().entries))
    ranker = Ranker(Index(_analysed(analyser, line) for line in offers))
    indexed = time.perf_counter()
    part = out.with_name(f".{out.name}.part")
    try:
        with part.open("w", encoding="utf-8") as run:
            for need in needs:
                _write(run, need, ranker, analyser, top, tag)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
    ranked = time.perf_counter()
    return RankReport(len(needs), len(offers), indexed - start, ranked - indexed)


def _analysed(analyser: TextAnalyser, line: _Line) -> AnalysedRecord:
    return analyser.record(line.key, {"title": line.title, "text": line.text}, line.language)


def _write(
    run: TextIO, need: _Line, ranker: Ranker, analyser: TextAnalyser, top: int, tag: str
) -> None:
    hits = ranker.rank(_analysed(analyser, need), top, explain=False)
    run.writelines(
        f"{need.key} Q0 {hit.key} {place} {hit.score:.9f} {tag}\n"
        for place, hit in enumerate(hits, start=1)
    )


def _read(path: Path, problems: list[str]) -> Iterator[_Line]:
    """Yield the good lines of a file, and note what is wrong with each of the others."""
    seen: dict[str, int] = {}
    for number, raw in _numbered(path, problems):
        try:
            line = _parsed(raw, seen)
        except ValueError as error:
            problems.append(f"{path.name}, line {number}: {error}")
        else:
            seen[line.key] = number
            yield line


def _numbered(path: Path, problems: list[str]) -> Iterator[tuple[int, bytes]]:
    """Yield each line that holds something and its number, as far as the file can be unpacked."""
    number = 0
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
            for number, raw in enumerate(lines, start=1):
                if raw.strip():
                    yield number, raw
    except (gzip.BadGzipFile, EOFError, zlib.error):
        problems.append(f"{path.name}, line {number + 1}: the compressed file is damaged")


def _parsed(raw: bytes, seen: dict[str, int]) -> _Line:
    try:
        data = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ValueError("not in UTF-8; save the file in that encoding") from None
    except (json.JSONDecodeError, RecursionError):
        raise ValueError("not JSON; each line holds one object in braces") from None
    if not isinstance(data, dict):
        raise ValueError(  # noqa: TRY004 - all that is wrong in a file is one kind of error
            'not an object; a line looks like {"id": "1", "title": "…", "text": "…"}'
        )
    language = data.get("language")
    if language not in (None, "", "pl", "en"):
        raise ValueError(f'language is {language!r}; it may be "pl", "en" or left out')
    key = _key(data)
    if key in seen:
        raise ValueError(f"the id {key!r} stands in line {seen[key]} already")
    title, text = _text(data, "title"), _text(data, "text")
    return _Line(key, title, text, Language(language) if language else None)


def _key(data: dict[str, Any]) -> str:
    key = data.get("id")
    if isinstance(key, int) and not isinstance(key, bool):
        key = str(key)
    if not isinstance(key, str) or not key:
        raise ValueError('no "id"; it is a text or a whole number')
    if any("\ud800" <= sign <= "\udfff" for sign in key):
        raise ValueError(f"the id {key!r} has half a sign, which a run file cannot hold")
    if key.split() != [key]:
        raise ValueError(f"the id {key!r} has white space, which a run file cannot hold")
    return key


def _text(data: dict[str, Any], name: str) -> str:
    value = data.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(f'"{name}" is not a text')  # noqa: TRY004 - as above
    return value


def _told(problems: list[str]) -> str:
    shown = problems[:MOST_TOLD]
    more = len(problems) - len(shown)
    rest = [f"… and {more} more"] if more else []
    return "\n".join([f"{len(problems)} lines cannot be read; nothing was written.", *shown, *rest])
