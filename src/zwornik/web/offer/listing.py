"""The public offer as a list: several kinds at once, found, narrowed, in order, page by page."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from zwornik.catalogue.choices import Cooperation, IpStatus, Partnership, Stage, Urgency
from zwornik.catalogue.models import CatalogueRecord
from zwornik.catalogue.selectors import (
    OFFER_KINDS,
    found_records,
    public_records,
    records_in_order,
    rows_of,
    with_owners,
)
from zwornik.core.bilingual import reader_language
from zwornik.web.catalogue.aspects import (
    Row,
    field_choices,
    list_aspect,
    organisation_aspect,
    plain_aspect,
)
from zwornik.web.catalogue.listing import Orders, orders_of, put_in_order
from zwornik.web.catalogue.record import labels
from zwornik.web.offer.words import KIND_WORDS, item_address
from zwornik.web.shell.facets import Aspect, Narrowed, narrow

PAGE_SIZE = 12
MOST_EXAMPLES = 3
SHORTEST_WORD = 4


@dataclass(frozen=True)
class Card:
    """One offer as it stands in a list: the record, its kind in words, and where it is read."""

    record: CatalogueRecord
    kind: object
    address: str
    sought: str


@dataclass(frozen=True)
class OfferList:
    """What was searched, what is left of the offer after the facets, and the order."""

    query: str
    narrowed: Narrowed[Row]
    orders: Orders
    examples: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing was searched and nothing is filtered."""
        return not self.query and not self.narrowed.chips


def offers_asked(parameters: QueryDict) -> OfferList:
    """Return the technologies, competences and equipment that an address asks for."""
    kinds = [(kind, KIND_WORDS[kind]) for kind in OFFER_KINDS]
    aspects: list[Aspect[Row]] = [
        plain_aspect(_("What it is"), "what", kinds),
        plain_aspect(_("Area"), "field", field_choices()),
        plain_aspect(_("Stage of development"), "stage", Stage.choices),
        list_aspect(_("Partnership sought"), "partnership", Partnership.choices),
        plain_aspect(_("Intellectual property"), "ip_status", IpStatus.choices),
    ]
    return _asked(OFFER_KINDS, aspects, "technology", parameters)


def needs_asked(parameters: QueryDict) -> OfferList:
    """Return the public needs that an address asks for."""
    aspects: list[Aspect[Row]] = [
        plain_aspect(_("Area"), "field", field_choices()),
        plain_aspect(_("Urgency"), "urgency", list(reversed(Urgency.choices))),
        list_aspect(_("Ways to obtain it"), "cooperation", Cooperation.choices),
    ]
    return _asked(("need",), aspects, "need", parameters)


def _asked(
    kinds: Iterable[str], aspects: list[Aspect[Row]], ordered_as: str, parameters: QueryDict
) -> OfferList:
    query = parameters.get("q", "").strip()
    rows = [row for kind in kinds for row in _rows(kind, query)]
    rows.sort(key=lambda row: row["recorded_on"], reverse=True)
    examples = () if query else examples_of(rows)
    owner = organisation_aspect(rows, parameters.get("organisation", ""), frozenset())
    narrowed = narrow(rows, [*aspects, *owner], parameters)
    orders = orders_of(ordered_as, parameters.get("order", ""))
    put_in_order(narrowed.rows, next(value for value, _words, chosen in orders if chosen))
    return OfferList(query, narrowed, orders, examples)


def _rows(kind: str, query: str) -> list[Row]:
    records = public_records(kind)
    if query:
        records = found_records(records, query)
    return [row | {"what": kind} for row in rows_of(records, kind)]


def examples_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return a few searches that find something: how the newest titles of some fields begin."""
    examples: dict[str, str] = {}
    for row in rows:
        words = row[f"title_{reader_language()}"].split()[:2]
        is_telling = len(words) == 2 and all(
            len(word) >= SHORTEST_WORD and word.replace("-", "").isalpha() for word in words
        )
        if is_telling and row["field"] not in examples:
            examples[row["field"]] = " ".join(words).lower()
    return tuple(examples.values())[:MOST_EXAMPLES]


def page_of_cards(asked: OfferList, number: str | None) -> Page[Any]:
    """Return one page of an offer list as cards."""
    page: Page[Any] = Paginator(asked.narrowed.rows, PAGE_SIZE).get_page(number)
    rows = list(page.object_list)
    found: dict[tuple[str, int], Any] = {}
    for kind in sorted({row["what"] for row in rows}):
        numbers = [row["pk"] for row in rows if row["what"] == kind]
        found |= {(kind, record.pk): record for record in records_in_order(kind, numbers)}
    records = [found[key] for row in rows if (key := (row["what"], row["pk"])) in found]
    page.object_list = cards_of(records)
    return page


def cards_of(records: Iterable[Any]) -> list[Card]:
    """Return records as the cards of the public offer."""
    return [
        Card(record, KIND_WORDS[record.kind], item_address(record), sought_by(record))
        for record in with_owners(records, None)
    ]


def sought_by(record: Any) -> str:
    """Say which partnership an offer seeks, or how a need may be answered."""
    if record.kind == "technology":
        return ", ".join(labels(Partnership, record.partnership))
    if record.kind == "need":
        return ", ".join(labels(Cooperation, record.cooperation))
    return ""
