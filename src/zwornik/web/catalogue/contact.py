"""How somebody interested in a record reaches the cluster: a letter that is already begun."""

from urllib.parse import quote

from django.utils.translation import gettext as _

from zwornik.catalogue.models import CatalogueRecord
from zwornik.core.models import Cluster


def letter_address(cluster: Cluster, record: CatalogueRecord) -> str:
    """Return a mailto address to the cluster with subject and first lines; empty without e-mail."""
    if not cluster.email:
        return ""
    subject = f"[{record.code}] {record.title}"
    lines = [
        _("Our organisation and country:"),
        _("What interests us in it:"),
        _("What we would like to know first:"),
    ]
    body = "\r\n\r\n".join(lines)
    return f"mailto:{quote(cluster.email, safe='@')}?subject={quote(subject)}&body={quote(body)}"
