"""Reads of the catalogue room: what a viewer may see, how owners are named, tables to take away."""

from zwornik.catalogue.selectors.owners import ShownOwner, with_owners
from zwornik.catalogue.selectors.records import (
    KINDS,
    OFFER_KINDS,
    coded_record,
    counts_by,
    current_record_count,
    detailed_records,
    found_records,
    neighbours_of,
    own_records,
    public_offer_counts,
    public_records,
    readable_records,
    record_counts,
    records_in_order,
    records_of_organisation,
    rows_of,
)
from zwornik.catalogue.selectors.tables import table_of_records

__all__ = [
    "KINDS",
    "OFFER_KINDS",
    "ShownOwner",
    "coded_record",
    "counts_by",
    "current_record_count",
    "detailed_records",
    "found_records",
    "neighbours_of",
    "own_records",
    "public_offer_counts",
    "public_records",
    "readable_records",
    "record_counts",
    "records_in_order",
    "records_of_organisation",
    "rows_of",
    "table_of_records",
    "with_owners",
]
