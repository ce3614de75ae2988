import re

from zwornik.vocabularies.fields import load_fields


def test_fields_are_the_twelve_of_the_product_in_order() -> None:
    assert [field.code for field in load_fields()] == [
        "diagnostics",
        "biologics",
        "pharma",
        "cells",
        "devices",
        "biomaterials",
        "neuro",
        "imaging",
        "digital",
        "bioprocess",
        "tools",
        "clinical",
    ]
    assert [field.order for field in load_fields()] == list(range(1, 13))


def test_every_field_has_its_own_labels_and_icon() -> None:
    fields = load_fields()
    for attribute in ("label_pl", "label_en", "icon"):
        values = [getattr(field, attribute) for field in fields]
        assert all(values)
        assert len(set(values)) == len(fields)
    assert all(re.fullmatch(r"[a-z0-9-]+", field.icon) for field in fields)
