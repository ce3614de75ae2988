"""Tell by its content what a file is, and refuse what cannot or should not be read."""

import io
import re
import zipfile
from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from zwornik.core.sheets.refusals import MAX_UNPACKED_MB, Refusal, SheetError
from zwornik.core.sheets.xml_parts import DAMAGE

MEGABYTE = 1024 * 1024
BIG_PART_BYTES = 8 * MEGABYTE
MAX_RATIO = 100
MAX_PARTS = 10_000

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PICTURE = _("a picture")
_ARCHIVE = _("an archive of files")
_WORD = _("a text document")
_SLIDES = _("a presentation")
_MAGIC = (
    (b"%PDF-", _("a PDF document")),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"RIFF", _("a sound, film or picture")),
    (b"{\\rtf", _WORD),
    (b"\x1f\x8b", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
)
_OLE2_STREAMS = (
    ("EncryptedPackage", Refusal.PASSWORD, ""),
    ("WordDocument", Refusal.NOT_A_SPREADSHEET, _WORD),
    ("PowerPoint Document", Refusal.NOT_A_SPREADSHEET, _SLIDES),
    ("Workbook", Refusal.OLD_EXCEL, ""),
    ("Book", Refusal.OLD_EXCEL, ""),
)
_MARKUP = re.compile(rb"\s*<(!doctype|html|head|meta|body|table|\?xml)\b", re.IGNORECASE)
_TEXT_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Container(Enum):
    """The two kinds of file that can be read."""

    WORKBOOK = auto()
    TEXT = auto()


def container_of(content: bytes) -> Container:
    """Return which kind of readable file this is.

    Raises
    ------
    SheetError
        If it is empty, of another kind, or holds no text; it says which and what to do.
    """
    if not content.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        raise SheetError(Refusal.EMPTY_FILE)
    if content.startswith(_ZIP):
        return Container.WORKBOOK
    if content.startswith(_OLE2):
        raise _refused_ole2(content)
    _refuse_other_kinds(content)
    if not content.startswith(_TEXT_BOMS) and _NO_TEXT.search(content):
        raise SheetError(Refusal.BINARY)
    if len(content) > MAX_UNPACKED_MB * MEGABYTE:
        raise SheetError(Refusal.TOO_LARGE, part="CSV")
    return Container.TEXT


def open_archive(content: bytes) -> zipfile.ZipFile:
    """Return the parts of a workbook, once it is known to be one and safe to unpack.

    Raises
    ------
    SheetError
        If the file is torn, is another kind of document, asks for a password, or would unpack
        to more than 200 MB or suspiciously well (more than a hundredfold for a big part).
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except DAMAGE as error:
        raise SheetError(Refusal.BROKEN, part="ZIP") from error
    _refuse_bombs(archive)
    _refuse_other_documents(archive)
    return archive


def _refuse_other_kinds(content: bytes) -> None:
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            raise SheetError(Refusal.NOT_A_SPREADSHEET, kind=kind)
    if _MARKUP.match(content.removeprefix(_TEXT_BOMS[0])):
        raise SheetError(Refusal.WEB_PAGE)


def _refused_ole2(content: bytes) -> SheetError:
    for stream, refusal, kind in _OLE2_STREAMS:
        if stream.encode("utf-16-le") in content:
            return SheetError(refusal, kind=kind)
    return SheetError(Refusal.BINARY)


def _refuse_bombs(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MAX_PARTS:
        raise SheetError(Refusal.TOO_LARGE, part="ZIP")
    for part in parts:
        if part.flag_bits & 1:
            raise SheetError(Refusal.PASSWORD)
        if part.file_size > max(BIG_PART_BYTES, MAX_RATIO * part.compress_size):
            raise SheetError(Refusal.TOO_LARGE, part=part.filename)
    if sum(part.file_size for part in parts) > MAX_UNPACKED_MB * MEGABYTE:
        raise SheetError(Refusal.TOO_LARGE, part="ZIP")


def _refuse_other_documents(archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    if "mimetype" in names:
        _refuse_open_document(archive)
    if "xl/workbook.bin" in names:
        raise SheetError(Refusal.BINARY_WORKBOOK)
    for sign, kind in (("word/document.xml", _WORD), ("ppt/presentation.xml", _SLIDES)):
        if sign in names:
            raise SheetError(Refusal.NOT_A_SPREADSHEET, kind=kind)
    if "_rels/.rels" not in names:
        raise SheetError(Refusal.NOT_A_SPREADSHEET, kind=_ARCHIVE)


def _refuse_open_document(archive: zipfile.ZipFile) -> None:
    if archive.getinfo("mimetype").file_size > 200:
        raise SheetError(Refusal.BROKEN, part="mimetype")
    try:
        kind = archive.read("mimetype")
    except DAMAGE as error:
        raise SheetError(Refusal.BROKEN, part="mimetype") from error
    if b"opendocument.spreadsheet" in kind:
        raise SheetError(Refusal.OPEN_DOCUMENT)
    raise SheetError(Refusal.NOT_A_SPREADSHEET, kind=_WORD)
