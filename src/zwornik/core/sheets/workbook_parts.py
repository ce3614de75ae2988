"""Read what the sheets of a workbook share: names, repeated texts, number formats, calendar."""

import posixpath
import zipfile
from dataclasses import dataclass
from datetime import datetime

from zwornik.core.sheets.cells import PLAIN, Look, clean, look_of, unescape
from zwornik.core.sheets.refusals import Refusal, SheetError
from zwornik.core.sheets.xml_parts import Attributes, elements, local, walk

# numbers of formats that a workbook may use without spelling them out; the rest show plain numbers
_MOMENTS = {*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)}
_ELAPSED = {46}
_DAY_ZERO = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001 - no zones


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of a workbook and where it is kept."""

    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """What must be known of a workbook before one of its sheets can be read.

    Attributes
    ----------
    texts
        Texts used by cells through their number.
    looks
        How numbers are shown, by the number of the cell's style.
    first_day
        The day from which the workbook counts days.
    """

    sheets: tuple[SheetPart, ...]
    texts: list[str]
    looks: list[Look]
    first_day: datetime


def read_workbook(archive: zipfile.ZipFile) -> Workbook:
    """Return the list of sheets and what they share.

    Raises
    ------
    SheetError
        If the archive is no workbook or a needed part is damaged.
    """
    main = _main_part(archive)
    targets = _targets(archive, main)
    by_kind = dict(targets.values())
    tags = elements(archive, main)
    sheets = tuple(
        SheetPart(
            name=attributes.get("name", ""),
            part=targets[attributes["id"]][1],
            is_hidden=attributes.get("state", "visible") != "visible",
        )
        for tag, attributes in tags
        if tag == "sheet" and targets.get(attributes.get("id", ""), ("", ""))[0] == "worksheet"
    )
    calendar = next((attributes for tag, attributes in tags if tag == "workbookPr"), {})
    return Workbook(
        sheets=sheets,
        texts=_shared_texts(archive, by_kind["sharedStrings"])
        if "sharedStrings" in by_kind
        else [],
        looks=_looks(archive, by_kind["styles"]) if "styles" in by_kind else [],
        first_day=_DAY_ZERO[calendar.get("date1904", "0") in {"1", "true"}],
    )


def _main_part(archive: zipfile.ZipFile) -> str:
    for _tag, attributes in elements(archive, "_rels/.rels"):
        if attributes.get("Type", "").endswith("/officeDocument"):
            return attributes.get("Target", "").lstrip("/")
    raise SheetError(Refusal.BROKEN, part="_rels/.rels")


def _targets(archive: zipfile.ZipFile, main: str) -> dict[str, tuple[str, str]]:
    folder, name = posixpath.split(main)
    return {
        attributes["Id"]: (
            attributes.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, attributes["Target"])).lstrip("/"),
        )
        for tag, attributes in elements(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
        if tag == "Relationship" and {"Id", "Target"} <= attributes.keys()
    }


def _shared_texts(archive: zipfile.ZipFile, part: str) -> list[str]:
    reader = _TextReader()
    walk(archive, part, start=reader.start, end=reader.end, text=reader.text)
    return reader.texts


class _TextReader:
    """Takes the elements of the list of shared texts and keeps each text, reading aids left out."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._listens = False
        self._in_reading_aid = False

    def start(self, name: str, _attributes: Attributes) -> None:
        """Take an opening tag."""
        tag = local(name)
        if tag == "t":
            self._listens = not self._in_reading_aid
        elif tag == "rPh":
            self._in_reading_aid = True

    def text(self, piece: str) -> None:
        """Take a piece of text."""
        if self._listens:
            self._pieces.append(piece)

    def end(self, name: str) -> None:
        """Take a closing tag."""
        tag = local(name)
        if tag == "t":
            self._listens = False
        elif tag == "rPh":
            self._in_reading_aid = False
        elif tag == "si":
            self.texts.append(clean(unescape("".join(self._pieces))))
            self._pieces.clear()


def _looks(archive: zipfile.ZipFile, part: str) -> list[Look]:
    formats: dict[str, Look] = {str(number): Look(is_moment=True) for number in _MOMENTS}
    formats |= {str(number): Look(is_elapsed=True) for number in _ELAPSED}
    looks: list[Look] = []
    among_cells = False
    for tag, attributes in elements(archive, part):
        if tag == "numFmt":
            formats[attributes.get("numFmtId", "")] = look_of(attributes.get("formatCode", ""))
        elif tag in {"cellXfs", "cellStyleXfs", "cellStyles", "dxfs"}:
            among_cells = tag == "cellXfs"
        elif tag == "xf" and among_cells:
            looks.append(formats.get(attributes.get("numFmtId", "0"), PLAIN))
    return looks
