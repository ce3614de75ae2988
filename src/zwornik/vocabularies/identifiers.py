"""Check and tidy identifiers of organisations, people, places and trades, whatever the scheme."""

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum

from stdnum import isni

from zwornik.vocabularies.checked import Checked, Problem
from zwornik.vocabularies.classification_codes import check_nace, check_nuts, check_pkd
from zwornik.vocabularies.register_numbers import (
    by_standard,
    check_krs,
    check_nip,
    check_pic,
    check_regon,
    check_vat_eu,
)

__all__ = ["Checked", "Problem", "Scheme", "check", "check_orcid", "check_ror"]


class Scheme(StrEnum):
    """Registers and classifications whose codes can be checked."""

    NIP = "nip"
    REGON = "regon"
    KRS = "krs"
    VAT_EU = "vat_eu"
    ROR = "ror"
    ORCID = "orcid"
    PIC = "pic"
    NUTS = "nuts"
    NACE = "nace"
    PKD = "pkd"


_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_ROR = re.compile(r"(?:ROR[\s:]+)?(?:HTTPS?://)?(?:WWW\.)?(?:ROR\.ORG/)?([0-9A-Z]+)/?")
_ORCID = re.compile(r"(?:ORCID[\s:]+)?(?:HTTPS?://)?(?:WWW\.)?(?:ORCID\.ORG/)?([0-9A-Z\s-]+)/?")
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ROR_SIGNS = re.compile(rf"0[{_CROCKFORD}]{{6}}[0-9]{{2}}")


def check(scheme: Scheme, text: str) -> Checked:
    """Tidy an identifier and say what is wrong with it.

    Blanks, dashes and labels such as "NIP" are removed, addresses such as https://ror.org/…
    understood, and numbers that a spreadsheet turned into 5260250995.0 or 5.260250995E9 restored.
    In a cell with a NACE or PKD code its title may follow; lost zeros (1.1 for 01.10) are put
    back. What each scheme asks for is told by its own function.

    Problems are ``empty``; ``letters`` where only digits may stand; ``length``; ``checksum``;
    ``country`` code missing or not of the Union; ``form`` unlike the scheme's; ``several`` codes
    in one cell; ``unknown`` to the list.

    Examples
    --------
    >>> check(Scheme.NIP, "NIP 526-025-09-95").value
    '5260250995'
    >>> check(Scheme.KRS, "28860").value
    '0000028860'
    """
    tidy = unicodedata.normalize("NFKC", text).translate(_DASHES).strip().upper()
    return _CHECKS[scheme](tidy) if tidy else Checked("", Problem.EMPTY)


def check_ror(text: str) -> Checked:
    """Check an identifier of the Research Organization Registry, given back as an address.

    Nine signs: a zero, six signs of Crockford's alphabet and two check digits, which are 98 less
    the remainder of a hundred times the number before them divided by 97 (ISO 7064, MOD 97-10).
    """
    address = _ROR.fullmatch(text)
    if address is None:
        return Checked(text.lower(), Problem.FORM)
    signs = address[1]
    value = f"https://ror.org/{signs.lower()}"
    if len(signs) != 9:
        return Checked(value, Problem.LENGTH)
    if not _ROR_SIGNS.fullmatch(signs):
        return Checked(value, Problem.FORM)
    number = 0
    for sign in signs[:7]:
        number = number * 32 + _CROCKFORD.index(sign)
    fits = 98 - number * 100 % 97 == int(signs[7:])
    return Checked(value, None if fits else Problem.CHECKSUM)


def check_orcid(text: str) -> Checked:
    """Check a researcher's ORCID: sixteen digits in fours, the last a check digit or X."""
    address = _ORCID.fullmatch(text)
    if address is None:
        return Checked(text, Problem.FORM)
    checked = by_standard(isni, re.sub(r"[\s-]", "", address[1]))
    signs = checked.value
    in_fours = "-".join(signs[at : at + 4] for at in range(0, len(signs), 4))
    return Checked(in_fours, checked.problem)


_CHECKS: dict[Scheme, Callable[[str], Checked]] = {
    Scheme.NIP: check_nip,
    Scheme.REGON: check_regon,
    Scheme.KRS: check_krs,
    Scheme.VAT_EU: check_vat_eu,
    Scheme.ROR: check_ror,
    Scheme.ORCID: check_orcid,
    Scheme.PIC: check_pic,
    Scheme.NUTS: check_nuts,
    Scheme.NACE: check_nace,
    Scheme.PKD: check_pkd,
}
