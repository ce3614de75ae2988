"""Which organisation a row is about: one of the directory, one of an earlier row, or a new one."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from zwornik.directory.imports.known import Known
from zwornik.directory.imports.plan import Finding
from zwornik.directory.imports.rows import ReadRow
from zwornik.directory.imports.targets import NUMBERS, target
from zwornik.directory.imports.words import plain
from zwornik.directory.naming import name_key

SURELY_OTHER = 55
SHORTEST_INITIALS = 3


@dataclass(slots=True)
class Head:
    """An organisation that rows may be about.

    Attributes
    ----------
    choice
        How decisions name it: `organisation:12` or `row:7`.
    key
        Its name for comparison.
    town
        The folded town.
    organisation_id, leader
        Its record in the directory, else the row that creates it.
    """

    choice: str
    name: str
    city: str
    key: str
    town: str
    numbers: dict[str, str] = field(default_factory=dict)
    organisation_id: int | None = None
    leader: int | None = None


class MatchError(ValueError):
    """A row that cannot be matched; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.text)
        self.finding = finding


class Matcher:
    """Finds for each row, one after the other, the organisation it is about."""

    def __init__(self, known: Known) -> None:
        self.heads: dict[str, Head] = {}
        self._by_number: dict[tuple[str, str], Head] = {}
        self._by_name: dict[tuple[str, str], list[Head]] = defaultdict(list)
        for pk, one in known.names.items():
            self._take(
                Head(f"organisation:{pk}", one.name, one.city, one.key, plain(one.city), {}, pk)
            )
        for (scheme, value), pk in known.numbers.items():
            self._take_number(self.heads[f"organisation:{pk}"], scheme, value)

    def match(self, row: ReadRow) -> Head:
        """Return the organisation of a row; a new one from now on is known to later rows.

        Raises
        ------
        MatchError
            If its numbers contradict each other or the name, or if it would be new and nobody
            says what kind of organisation it is.
        """
        head = self.find(row)
        if head is None:
            head = self._new(row)
        for scheme, value in _numbers(row).items():
            if scheme not in head.numbers:
                self._take_number(head, scheme, value)
        return head

    def find(self, row: ReadRow) -> Head | None:
        """Return the organisation of a row, by any of its numbers, else by name and town.

        Raises
        ------
        MatchError
            As `match`; but a new organisation is no error if its kind could not be read.
        """
        numbers, key = _numbers(row), name_key(row.name)
        head = self._by_numbers(row, numbers, key) or self._by_name_and_town(row, numbers, key)
        if head is None and "kind" not in row.values and not row.is_refused("kind", "name"):
            text = _(
                "It is not given what kind of organisation this is, and the name does not tell. "
                "Write the kind, or choose one kind for all such rows."
            )
            raise MatchError(row.finding(text, "kind", "name"))
        return head

    def _take(self, head: Head) -> None:
        self.heads[head.choice] = head
        self._by_name[head.key, head.town].append(head)

    def _take_number(self, head: Head, scheme: str, value: str) -> None:
        head.numbers[scheme] = value
        self._by_number[scheme, value] = head

    def _by_numbers(self, row: ReadRow, numbers: dict[str, str], key: str) -> Head | None:
        found = {
            scheme: self._by_number[scheme, value]
            for scheme, value in numbers.items()
            if (scheme, value) in self._by_number
        }
        if not found:
            return None
        (scheme, head), *others = found.items()
        for other, another in others:
            if another is not head:
                raise MatchError(_two_organisations(row, scheme, head, other, another))
        if key and _surely_other(key, head.key):
            raise MatchError(_foreign_number(row, scheme, head))
        return head

    def _by_name_and_town(self, row: ReadRow, numbers: dict[str, str], key: str) -> Head | None:
        named = self._by_name.get((key, plain(row.text("city"))), []) if key else []
        fitting = [head for head in named if not differ(head.numbers, numbers)]
        if named and not fitting:
            text = _("Another organisation of this name and town has other numbers: %(numbers)s.")
            listed = ", ".join(f"{target(s).label} {v}" for s, v in named[0].numbers.items())
            row.remarks.append(row.finding(text % {"numbers": listed}, "name"))
        return fitting[0] if len(fitting) == 1 else None

    def _new(self, row: ReadRow) -> Head:
        key, city = name_key(row.name), row.text("city")
        head = Head(f"row:{row.number}", row.name, city, key, plain(city), leader=row.number)
        self._take(head)
        return head


def _numbers(row: ReadRow) -> dict[str, str]:
    return {scheme: row.text(scheme) for scheme in NUMBERS if scheme in row.values}


def differ(some: dict[str, str], others: dict[str, str]) -> bool:
    """Return whether two sets of numbers cannot belong to one organisation."""
    return any(others.get(scheme, value) != value for scheme, value in some.items())


def _surely_other(one: str, other: str) -> bool:
    """Return whether two names have so little in common that a number must be wrong."""
    if fuzz.token_set_ratio(one, other) >= SURELY_OTHER:
        return False
    return not (_is_initials_of(one, other) or _is_initials_of(other, one))


def _is_initials_of(short: str, name: str) -> bool:
    words = name.split()
    initials = {"".join(w[0] for w in words), "".join(w[0] for w in words if len(w) > 1)}
    letters = short.replace(" ", "")
    return len(letters) >= SHORTEST_INITIALS and any(
        letters in i or i in letters for i in initials if len(i) >= SHORTEST_INITIALS
    )


def _said(head: Head) -> str:
    if head.organisation_id is not None:
        return _("“%(name)s” of the directory") % {"name": head.name}
    return _("“%(name)s” of row %(row)d") % {"name": head.name, "row": head.leader}


def _two_organisations(row: ReadRow, scheme: str, head: Head, other: str, another: Head) -> Finding:
    text = _(
        "The numbers belong to two organisations: %(scheme)s to %(one)s, %(other)s to %(another)s. "
        "Correct one of the numbers."
    )
    said = {
        "scheme": target(scheme).label,
        "one": _said(head),
        "other": target(other).label,
        "another": _said(another),
    }
    return row.finding(text % said, other, scheme)


def _foreign_number(row: ReadRow, scheme: str, head: Head) -> Finding:
    text = _(
        "This number belongs to %(other)s. Correct the number; if both are the same organisation, "
        "write its name as it stands there."
    )
    return row.finding(text % {"other": _said(head)}, scheme)
