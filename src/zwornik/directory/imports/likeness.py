"""Rows that look like a known organisation: names nearly alike in the same town."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

from zwornik.directory.imports.matching import Head, differ

ALIKE = 90
MOST_CANDIDATES = 3
COMPARED_IN_FULL = 250_000
WINDOW = 8
RARE = 20

MEASURE: dict[str, Any] = {"scorer": fuzz.ratio, "score_cutoff": ALIKE, "dtype": np.uint8}

_DIGITS = re.compile(r"\d+")
Pair = tuple[int, int]


def look_alikes(heads: Sequence[Head]) -> dict[str, list[tuple[Head, int]]]:
    """Return for each new organisation those that its row may mean, the most alike first.

    Two are alike if they lie in the same town and their names, without the legal form, agree in
    at least 90 of 100 (normalised indel similarity, with the words as they stand or sorted); or
    if one has no town and the names agree wholly. Numbers in the names must be equal, and numbers
    in registers must not differ. A new organisation is compared with the directory and with
    those of earlier rows.

    Towns in which more than a quarter of a million pairs would have to be compared are searched only among
    neighbours: names that share a word which is rare there, and names near to each other in
    alphabetical order, read from the front or from the back.

    Parameters
    ----------
    heads
        Organisations of the directory, then the new ones in the order of their rows.
    """
    found: dict[str, list[tuple[Head, int]]] = defaultdict(list)
    for one, other, score in _alike(heads):
        new, old = heads[max(one, other)], heads[min(one, other)]
        if new.leader is not None and not differ(new.numbers, old.numbers):
            found[new.choice].append((old, score))
    return {choice: _best(candidates) for choice, candidates in found.items()}


def _best(candidates: list[tuple[Head, int]]) -> list[tuple[Head, int]]:
    unique = {head.choice: (head, score) for head, score in sorted(candidates, key=lambda c: c[1])}
    ordered = sorted(unique.values(), key=lambda c: (-c[1], c[0].choice))
    return ordered[:MOST_CANDIDATES]


def _alike(heads: Sequence[Head]) -> Iterator[tuple[int, int, int]]:
    digits = [tuple(_DIGITS.findall(head.key)) for head in heads]
    for members in _gathered(heads, lambda at: (heads[at].town, digits[at])):
        yield from _alike_in(heads, members)
    for members in _gathered(heads, lambda at: heads[at].key):
        yield from (
            (one, other, 100)
            for one, other in _some_pairs(members)
            if not (heads[one].town and heads[other].town) and heads[one].town != heads[other].town
        )


def _gathered(heads: Sequence[Head], by: Callable[[int], object]) -> Iterable[list[int]]:
    """Return groups of at least two organisations of which one is new."""
    groups: Mapping[object, list[int]] = defaultdict(list)
    for at in range(len(heads)):
        groups[by(at)].append(at)
    return (g for g in groups.values() if len(g) > 1 and heads[g[-1]].leader is not None)


def _some_pairs(members: list[int]) -> Iterator[Pair]:
    """Return pairs of organisations called alike; of very common names only neighbours."""
    if len(members) <= RARE:
        return combinations(members, 2)
    return pairwise(members)


def _alike_in(heads: Sequence[Head], members: list[int]) -> Iterator[tuple[int, int, int]]:
    new = [at for at in members if heads[at].leader is not None]
    if len(new) * len(members) <= COMPARED_IN_FULL:
        yield from _compared_in_full(heads, new, members)
        return
    pairs = list(_neighbours(heads, members))
    scores = np.zeros(len(pairs), dtype=np.uint8)
    for form in (str, _sorted):
        keys = {at: form(heads[at].key) for at in members}
        left, right = [keys[one] for one, _ in pairs], [keys[other] for _, other in pairs]
        scores = np.maximum(scores, process.cpdist(left, right, **MEASURE))
    yield from ((*pairs[at], int(scores[at])) for at in np.flatnonzero(scores))


def _sorted(key: str) -> str:
    return " ".join(sorted(key.split()))


def _compared_in_full(
    heads: Sequence[Head], new: list[int], members: list[int]
) -> Iterator[tuple[int, int, int]]:
    scores = np.zeros((len(new), len(members)), dtype=np.uint8)
    for form in (str, _sorted):
        left, right = ([form(heads[at].key) for at in some] for some in (new, members))
        scores = np.maximum(scores, process.cdist(left, right, **MEASURE))
    for row, column in np.argwhere(scores):
        if members[column] < new[row]:
            yield new[row], members[column], int(scores[row, column])


def _neighbours(heads: Sequence[Head], members: list[int]) -> set[Pair]:
    pairs: set[Pair] = set()
    for form in (str, _sorted, lambda key: key[::-1]):
        ordered = sorted(members, key=lambda at: form(heads[at].key))
        for step in range(1, WINDOW + 1):
            pairs.update(zip(ordered, ordered[step:], strict=False))
    for sharing in _by_rare_words(heads, members):
        pairs.update(combinations(sharing, 2))
    return {(one, other) for one, other in pairs if heads[max(one, other)].leader is not None}


def _by_rare_words(heads: Sequence[Head], members: list[int]) -> Iterator[list[int]]:
    words = {at: set(heads[at].key.split()) for at in members}
    often = Counter(word for some in words.values() for word in some)
    sharing: dict[str, list[int]] = defaultdict(list)
    for at, some in words.items():
        for word in some:
            if 1 < often[word] <= RARE:
                sharing[word].append(at)
    return iter(sharing.values())
