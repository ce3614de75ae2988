"""A match as a person reads it: a word for its fit, what speaks for it, and the parts of its score."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from zwornik.catalogue.models import CatalogueRecord, Technology
from zwornik.matching.fitness import Level, level_of
from zwornik.matching.models import Decision, Match
from zwornik.methods.text.folding import fold

MOST_PARTS = 10
LIKE_LETTERS = 4
BRIDGES = {"glossary": "→", "derived": "→", "family": "→", "spelling": "≈", "same": "="}


@dataclass(frozen=True)
class Reason:
    """One line of the explanation: the words of the need, the bridge, the words of the offer."""

    need_words: str
    sign: str
    offer_words: str
    how: str
    where: str
    share: float
    width: float


@dataclass(frozen=True)
class Sheet:
    """One suggestion in the ranking, with everything that its page shows."""

    match: Match
    offer: CatalogueRecord
    kind: str
    level: Level
    decision: Decision | None
    reasons: tuple[Reason, ...]
    rest_count: int
    rest: float
    total: float

    @property
    def key(self) -> str:
        """The name of the sheet in addresses."""
        return f"{self.kind}-{self.offer.pk}"

    @property
    def readiness(self) -> tuple[int | None, int | None] | None:
        """Verified and claimed readiness of a technology; nothing for other kinds."""
        if isinstance(self.offer, Technology):
            return (self.offer.trl_verified, self.offer.trl_claimed)
        return None


def sheets_of(matches: Iterable[Match], decisions: dict[tuple[str, int], Decision]) -> list[Sheet]:
    """Return the suggestions of a comparison in their order."""
    return [_sheet(match, decisions) for match in matches]


def _sheet(match: Match, decisions: dict[tuple[str, int], Decision]) -> Sheet:
    offer, kind = match.offer, match.offer_kind
    parts = merged_parts(match.parts)
    shown, rest = parts[:MOST_PARTS], parts[MOST_PARTS:]
    largest = max((part["value"] for part in shown), default=1.0)
    return Sheet(
        match=match,
        offer=offer,
        kind=kind,
        level=level_of(match.fit),
        decision=decisions.get((kind, offer.pk)),
        reasons=tuple(_reason(part, largest) for part in shown),
        rest_count=len(rest),
        rest=sum(part["value"] for part in rest),
        total=sum(part["value"] for part in parts),
    )


def merged_parts(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return parts with those of the same word and field united, the greatest first."""
    united: dict[tuple[str, str], dict[str, Any]] = {}
    for part in parts:
        key = (part["query_words"].lower(), part["field"])
        if key in united:
            united[key]["value"] += part["value"]
        else:
            united[key] = dict(part)
    return sorted(united.values(), key=lambda part: (-part["value"], part["query_words"]))


def _reason(part: dict[str, Any], largest: float) -> Reason:
    kind = part["kind"]
    words = ", ".join(dict.fromkeys(part["document_words"])) or part["target"]
    if words.lower() == part["query_words"].lower():
        kind = "same"
    elif kind == "same" and not _look_alike(words, part["query_words"]):
        kind = "glossary"  # the word of the offer was translated when it was indexed
    return Reason(
        need_words=part["query_words"],
        sign=BRIDGES.get(kind, "→"),
        offer_words=words,
        how=_how(kind, part["target"], words),
        where=_("title") if part["field"] == "title" else _("description"),
        share=part["value"],
        width=part["value"] / largest if largest else 0.0,
    )


def _look_alike(one: str, other: str) -> bool:
    """Say whether two words begin alike, as two forms of one word do."""
    return fold(one)[:LIKE_LETTERS] == fold(other)[:LIKE_LETTERS]


def _how(kind: str, target: str, words: str) -> str:
    """Say in a word how the two met; the word in between is named where it is a third one."""
    names = {
        "glossary": _("glossary"),
        "derived": _("word family"),
        "family": _("word family"),
        "spelling": _("spelling"),
        "same": _("same word"),
    }
    name = names.get(kind, kind)
    return (
        f"{name}: {target}" if kind == "glossary" and target.lower() not in words.lower() else name
    )
