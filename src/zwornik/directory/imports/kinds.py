"""What an organisation is, how large, in which fields and how it stands, as people write it."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zwornik.core.bilingual import reader_language
from zwornik.directory.choices import OrganisationKind, SizeClass, Standing
from zwornik.directory.imports.plan import Value
from zwornik.directory.imports.reading import CellError, Reading
from zwornik.directory.imports.words import field_code, meant, plain, size_ranges
from zwornik.vocabularies.fields import load_fields

_BETWEEN = re.compile(r"\s*[;|\n]\s*|\s*,\s*(?!\s*\d)")


def read_kind(text: str) -> Reading:
    """Return what an organisation is; words such as "small firm" also tell its size.

    Raises
    ------
    CellError
        If the words are not known; the text names the kinds there are.
    """
    size = meant("size_class", text)
    kind = meant("kind", text) or ("firm" if size else "") or _first_known(text)
    if not kind:
        raise CellError(
            _("This kind of organisation is not known. Write one of: %(kinds)s.")
            % {"kinds": ", ".join(str(label) for label in OrganisationKind.labels)}
        )
    values: dict[str, Value] = {"kind": kind}
    if size:
        values["size_class"] = size
    return Reading(values)


def _first_known(text: str) -> str:
    parts = re.split(r"\s*[,;/(|]\s*", text)
    return next((found for part in parts if (found := meant("kind", part.strip(" )")))), "")


def read_size(text: str) -> Reading:
    """Return the size class of a firm; "MŚP" covers three classes and tells none.

    Raises
    ------
    CellError
        If the words are not known; the text names the classes there are.
    """
    if plain(text) in size_ranges():
        return Reading(
            remark=_("This covers micro, small and medium-sized firms: no size is recorded.")
        )
    size = meant("size_class", text) or meant("size_class", re.split(r"\s*[(,–-]\s*", text)[0])
    if not size:
        raise CellError(
            _("This size is not known. Write one of: %(sizes)s.")
            % {"sizes": ", ".join(str(label) for label in SizeClass.labels)}
        )
    return Reading({"size_class": size})


def read_standing(text: str) -> str:
    """Return how an organisation stands to the cluster: member, candidate, partner, former, none.

    Raises
    ------
    CellError
        If the words are not known; the text names the ways there are.
    """
    standing = meant("standing", text)
    if not standing:
        raise CellError(
            _("This standing is not known. Write one of: %(standings)s.")
            % {"standings": ", ".join(str(label) for label in Standing.labels)}
        )
    return standing


def read_fields(text: str) -> tuple[str, ...]:
    """Return the codes of the fields of activity that a cell names, in its order.

    Raises
    ------
    CellError
        If one is not on the list; the text names it and the list.
    """
    whole = field_code(text)
    if whole:
        return (whole,)
    names = [name for name in _BETWEEN.split(text) if name]
    codes = {name: field_code(name) for name in names}
    if unknown := [name for name, code in codes.items() if not code]:
        text = ngettext(
            "“%(unknown)s” is not on the list of fields: %(fields)s. "
            "Write fields from the list, or leave this column out.",
            "These are not on the list of fields: %(unknown)s. The list: %(fields)s. "
            "Write fields from the list, or leave this column out.",
            len(unknown),
        )
        known = ", ".join(_field_labels())
        raise CellError(text % {"unknown": ", ".join(unknown), "fields": known})
    return tuple(dict.fromkeys(codes.values()))


def _field_labels() -> list[str]:
    is_polish = reader_language() == "pl"
    return [one.label_pl if is_polish else one.label_en for one in load_fields()]
