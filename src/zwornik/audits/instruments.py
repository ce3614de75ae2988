"""The questionnaires that come with the product, from their data files into the database."""

import tomllib
from pathlib import Path
from typing import Any

from django.db import transaction

from zwornik.audits.models import Instrument
from zwornik.audits.questionnaire import read_questionnaire

FOLDER = Path(__file__).parent / "data" / "instruments"


@transaction.atomic
def load_instruments() -> list[Instrument]:
    """Write every shipped questionnaire that the database does not have in this version yet."""
    return [_load(tomllib.loads(path.read_text("utf-8"))) for path in sorted(FOLDER.glob("*.toml"))]


def _load(data: dict[str, Any]) -> Instrument:
    read_questionnaire(data)
    instrument, _is_new = Instrument.objects.get_or_create(
        code=data["code"],
        version=data["version"],
        defaults={
            "kind": data["kind"],
            "title_pl": data["title_pl"],
            "title_en": data["title_en"],
            "content": {"section": data["section"]},
        },
    )
    return instrument


def latest_instrument(kind: str) -> Instrument:
    """Return the newest questionnaire of a kind of audit."""
    load_instruments()
    return Instrument.objects.filter(kind=kind).order_by("-version", "-pk")[0]
