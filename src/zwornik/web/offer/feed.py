"""The public offer as a JSON Feed 1.1, both languages in each item."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from zwornik.catalogue.models import CatalogueRecord
from zwornik.catalogue.selectors import KINDS, public_records, with_owners
from zwornik.catalogue.services import TEXTS
from zwornik.core.bilingual import LANGUAGES, in_language, reader_language
from zwornik.core.models import Cluster
from zwornik.vocabularies.fields import load_fields
from zwornik.web.offer.words import KIND_WORDS, item_address

VERSION = "https://jsonfeed.org/version/1.1"
FACTS = (
    "product_kind", "trl_claimed", "trl_verified", "stage", "ip_status", "device_class",
    "partnership", "trl_min", "trl_max", "urgency", "horizon_months", "cooperation", "quality",
    "availability", "access", "utilisation", "is_unique_in_region",
)  # fmt: skip


def feed_of(request: HttpRequest, cluster: Cluster) -> dict[str, Any]:
    """Return the public records of all kinds, the newest first, as a feed."""
    records: list[Any] = []
    for kind in KINDS:
        found = public_records(kind)
        records += found.prefetch_related("requirements") if kind == "need" else found
    records.sort(key=lambda record: (record.recorded_on, record.kind, record.pk), reverse=True)
    return {
        "version": VERSION,
        "title": _("Public offer: %(cluster)s") % {"cluster": cluster.name},
        "language": reader_language(),
        "home_page_url": request.build_absolute_uri(reverse("offer:list")),
        "feed_url": request.build_absolute_uri(request.path),
        "items": [_item(request, record) for record in with_owners(records, None)],
    }


def _item(request: HttpRequest, record: Any) -> dict[str, Any]:
    addresses = {
        language: request.build_absolute_uri(item_address(record, language))
        for language in LANGUAGES
    }
    text = "statement" if record.kind == "need" else "summary"
    owner = record.owner.name or record.owner.about
    item = {
        "id": f"{request.get_host()}/{record.kind}/{record.pk}",
        "url": addresses[reader_language()],
        "title": record.title,
        "content_text": in_language(record, text) or record.title,
        "language": reader_language(),
        "date_published": record.published_at.isoformat() if record.published_at else None,
        "date_modified": record.updated_at.isoformat(),
        "tags": [str(KIND_WORDS[record.kind]), _field_name(record.field)],
        "authors": [{"name": owner}] if owner else [],
        "_zwornik": _whole(record, addresses),
    }
    return {name: value for name, value in item.items() if value not in (None, [])}


def _whole(record: Any, addresses: dict[str, str]) -> dict[str, Any]:
    """Return what other installations read: codes of lists, and every text in both languages."""
    facts = {name: getattr(record, name) for name in FACTS if hasattr(record, name)}
    whole = {
        "code": record.code,
        "kind": record.kind,
        "field": record.field,
        "recorded_on": record.recorded_on.isoformat(),
        "urls": addresses,
        "facts": {name: value for name, value in facts.items() if value not in (None, "", [])},
        "texts": _texts(record),
    }
    if record.kind == "need":
        whole["requirements"] = [
            {"pl": line.text_pl, "en": line.text_en, "is_mandatory": line.is_mandatory}
            for line in sorted(record.requirements.all(), key=lambda line: line.order)
        ]
    return whole


def _texts(record: CatalogueRecord) -> dict[str, dict[str, str]]:
    names = [name for name in TEXTS if hasattr(record, f"{name}_pl")]
    both = {name: {code: getattr(record, f"{name}_{code}") for code in LANGUAGES} for name in names}
    return {name: texts for name, texts in both.items() if any(texts.values())}


def _field_name(code: str) -> str:
    field = next((field for field in load_fields() if field.code == code), None)
    return str(getattr(field, f"label_{reader_language()}")) if field else code
