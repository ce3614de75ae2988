import io
import zipfile

import pytest

from tests.core.sheets.building import (
    MAIN,
    RELS,
    compound_file,
    packed,
    raw_workbook,
    workbook,
    workbook_with_shared_texts,
)
from zwornik.core.sheets import Refusal, SheetError, read_sheet
from zwornik.core.sheets.containers import Container, container_of, open_archive

ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>Nazwa</t></is></c></row>'


def _encrypted_zip() -> bytes:
    content = bytearray(packed({"xl/workbook.xml": "x"}))
    for signature, flags_at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + flags_at] |= 1
    return bytes(content)


def _open_document(kind: str) -> bytes:
    return packed(
        {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<x/>"},
        compression=zipfile.ZIP_STORED,
    )


REFUSED = {
    "nothing at all": (b"", Refusal.EMPTY_FILE),
    "only blanks": (b" \r\n\t\r\n", Refusal.EMPTY_FILE),
    "only a byte order mark": (b"\xef\xbb\xbf", Refusal.EMPTY_FILE),
    "old Excel named .xlsx": (compound_file("Workbook"), Refusal.OLD_EXCEL),
    "Excel 95 named .xlsx": (compound_file("Book"), Refusal.OLD_EXCEL),
    "password": (compound_file("EncryptionInfo", "EncryptedPackage"), Refusal.PASSWORD),
    "password of an archive": (_encrypted_zip(), Refusal.PASSWORD),
    "old Word": (compound_file("WordDocument"), Refusal.NOT_A_SPREADSHEET),
    "old PowerPoint": (compound_file("PowerPoint Document"), Refusal.NOT_A_SPREADSHEET),
    "unknown compound file": (compound_file("Contents"), Refusal.BINARY),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", Refusal.NOT_A_SPREADSHEET),
    "PNG": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", Refusal.NOT_A_SPREADSHEET),
    "JPEG": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", Refusal.NOT_A_SPREADSHEET),
    "RTF": (b"{\\rtf1\\ansi Lista}", Refusal.NOT_A_SPREADSHEET),
    "DOCX": (
        packed({"_rels/.rels": RELS, "word/document.xml": "<x/>"}),
        Refusal.NOT_A_SPREADSHEET,
    ),
    "PPTX": (
        packed({"_rels/.rels": RELS, "ppt/presentation.xml": "<x/>"}),
        Refusal.NOT_A_SPREADSHEET,
    ),
    "archive of files": (packed({"lista.csv": "Nazwa;NIP"}), Refusal.NOT_A_SPREADSHEET),
    "ODS": (_open_document("spreadsheet"), Refusal.OPEN_DOCUMENT),
    "ODT": (_open_document("text"), Refusal.NOT_A_SPREADSHEET),
    "XLSB": (packed({"_rels/.rels": RELS, "xl/workbook.bin": b"\0"}), Refusal.BINARY_WORKBOOK),
    "web page named .xls": (
        b"\r\n<html><body><table><tr><td>Nazwa</td></tr></table></body></html>",
        Refusal.WEB_PAGE,
    ),
    "XML table of Excel 2003": (
        b'\xef\xbb\xbf<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
        Refusal.WEB_PAGE,
    ),
    "binary nonsense": (bytes(range(256)) * 4, Refusal.BINARY),
    "torn archive": (workbook([["Nazwa"], ["Biofala"]])[:-60], Refusal.BROKEN),
    "only the start of an archive": (b"PK\x03\x04" + b"\x14\x00" * 20, Refusal.BROKEN),
}


@pytest.mark.parametrize("case", REFUSED)
def test_read_sheet_refuses_what_is_no_spreadsheet_and_says_so(case: str) -> None:
    content, refusal = REFUSED[case]
    with pytest.raises(SheetError) as refused:
        read_sheet(content, "lista.xlsx")
    assert refused.value.code is refusal
    assert "{" not in str(refused.value)


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("old Excel named .xlsx", "“Excel workbook (.xlsx)”"),
        ("ODS", "“Excel workbook (.xlsx)”"),
        ("password", "remove the password"),
        ("PDF", "a PDF document"),
        ("PNG", "a picture"),
        ("DOCX", "a text document"),
    ],
)
def test_refusal_tells_what_the_file_is_or_what_to_do(case: str, words: str) -> None:
    with pytest.raises(SheetError) as refused:
        container_of_or_archive(REFUSED[case][0])
    assert words in str(refused.value)


def container_of_or_archive(content: bytes) -> None:
    if container_of(content) is Container.WORKBOOK:
        open_archive(content)


def test_container_is_told_by_content() -> None:
    assert container_of(workbook([["Nazwa"]])) is Container.WORKBOOK
    assert container_of("Nazwa;NIP\nŻółw;1".encode("cp1250")) is Container.TEXT
    assert container_of("Nazwa;NIP".encode("utf-16")) is Container.TEXT


def test_archive_with_a_part_that_unpacks_too_well_is_refused_unread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bomb = packed({"_rels/.rels": RELS, "xl/worksheets/sheet1.xml": b"0" * (9 * 1024 * 1024)})
    monkeypatch.setattr(zipfile.ZipFile, "open", _must_not_be_called)
    with pytest.raises(SheetError) as refused:
        open_archive(bomb)
    assert refused.value.code is Refusal.TOO_LARGE
    assert "xl/worksheets/sheet1.xml" in str(refused.value.message)


def test_archive_of_many_parts_that_unpack_to_more_than_200_mb_is_refused_unread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(26):
            archive.writestr(f"xl/media/{number}.bin", bytes(8 * 1024 * 1024))
    monkeypatch.setattr(zipfile.ZipFile, "open", _must_not_be_called)
    with pytest.raises(SheetError) as refused:
        open_archive(out.getvalue())
    assert refused.value.code is Refusal.TOO_LARGE
    assert "200 MB" in str(refused.value.hint)


def test_archive_of_too_many_parts_is_refused() -> None:
    with pytest.raises(SheetError) as refused:
        open_archive(packed({f"{number}": "" for number in range(10_001)}))
    assert refused.value.code is Refusal.TOO_LARGE


def test_small_part_may_unpack_well() -> None:
    padded = raw_workbook(ROW + " " * 1_000_000)
    assert open_archive(padded).getinfo("xl/worksheets/sheet1.xml").file_size > 1_000_000


@pytest.mark.parametrize("part", ["rels", "book", "sheet"])
def test_part_with_definitions_is_refused(part: str) -> None:
    laughs = (
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
        f'<worksheet xmlns="{MAIN}"><sheetData>{ROW}</sheetData></worksheet>'
    )
    with pytest.raises(SheetError) as refused:
        read_sheet(raw_workbook(ROW, **{part: laughs}), "lista.xlsx")
    assert refused.value.code is Refusal.UNSAFE


def test_shared_texts_with_definitions_are_refused() -> None:
    content = io.BytesIO(workbook_with_shared_texts([["Nazwa", "Miasto"], ["Biofala", "Pruszków"]]))
    out = io.BytesIO()
    with zipfile.ZipFile(content) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            if name == "xl/sharedStrings.xml":
                text = text.replace(b"<sst", b'<!DOCTYPE sst SYSTEM "file:///etc/hosts"><sst')
            after.writestr(name, text)
    with pytest.raises(SheetError) as refused:
        read_sheet(out.getvalue(), "lista.xlsx")
    assert refused.value.code is Refusal.UNSAFE
    assert "sharedStrings" in str(refused.value.message)


def test_damaged_part_is_named() -> None:
    with pytest.raises(SheetError) as refused:
        read_sheet(raw_workbook(ROW + "<row"), "lista.xlsx")
    assert refused.value.code is Refusal.BROKEN
    assert "xl/worksheets/sheet1.xml" in str(refused.value.message)


def test_workbook_without_a_sheet_part_is_damaged() -> None:
    content = packed({"_rels/.rels": RELS})
    with pytest.raises(SheetError) as refused:
        read_sheet(content, "lista.xlsx")
    assert refused.value.code is Refusal.BROKEN


def test_workbook_with_a_corrupt_checksum_is_damaged() -> None:
    content = bytearray(raw_workbook(ROW))
    at = content.index(b"xl/worksheets/sheet1.xml") + len(b"xl/worksheets/sheet1.xml")
    content[at + 5] ^= 0xFF
    with pytest.raises(SheetError) as refused:
        read_sheet(bytes(content), "lista.xlsx")
    assert refused.value.code is Refusal.BROKEN


def _must_not_be_called(*_: object, **__: object) -> None:
    raise AssertionError("the archive was unpacked")
