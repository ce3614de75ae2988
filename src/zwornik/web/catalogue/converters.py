"""How the kinds of records are called in addresses: technologies, needs, competences, equipment."""

from django.urls import register_converter

SEGMENTS = {
    "technologies": "technology",
    "needs": "need",
    "competences": "competence",
    "equipment": "equipment",
}
NAMES = {kind: segment for segment, kind in SEGMENTS.items()}


class KindConverter:
    """Turns a part of an address into the kind of a record and back."""

    regex = "|".join(SEGMENTS)

    def to_python(self, value: str) -> str:
        """Return the kind that a part of an address names."""
        return SEGMENTS[value]

    def to_url(self, value: str) -> str:
        """Return the part of an address for a kind."""
        if value not in NAMES:
            raise ValueError(value)
        return NAMES[value]


register_converter(KindConverter, "record_kind")
