"""Walk through the XML parts of a workbook without ever resolving a definition hidden in them."""

import lzma
import zipfile
import zlib
from collections.abc import Callable
from typing import NoReturn
from xml.parsers import expat

from zwornik.core.sheets.refusals import Refusal, SheetError

CHUNK_BYTES = 256 * 1024

# what the standard library raises when a part is missing, torn, misnamed or oddly packed or encoded
DAMAGE = (
    expat.ExpatError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    LookupError,
    ValueError,
    OSError,
    EOFError,
    RuntimeError,
)

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def walk(
    archive: zipfile.ZipFile,
    part: str,
    *,
    start: Start,
    end: End | None = None,
    text: Text | None = None,
) -> None:
    """Call the handlers for each element of a part, in order, without keeping the part in memory.

    Handlers get the names of elements as the part writes them; `local` removes a prefix.

    Raises
    ------
    SheetError
        If the part is missing or damaged, or has a document type definition.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuser(part)
    try:
        with archive.open(part) as stream:
            while chunk := stream.read(CHUNK_BYTES):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
    except DAMAGE as error:
        raise SheetError(Refusal.BROKEN, part=part) from error


def elements(archive: zipfile.ZipFile, part: str) -> list[tuple[str, Attributes]]:
    """Return the opening tags of a small part in order, all names without prefixes."""
    found: list[tuple[str, Attributes]] = []

    def start(name: str, attributes: Attributes) -> None:
        found.append((local(name), {local(key): value for key, value in attributes.items()}))

    walk(archive, part, start=start)
    return found


def local(name: str) -> str:
    """Return the name of an element or attribute without its prefix."""
    return name.rpartition(":")[2]


def _refuser(part: str) -> Callable[[str, str | None, str | None, bool], NoReturn]:
    def refuse(*_definition: object) -> NoReturn:
        raise SheetError(Refusal.UNSAFE, part=part)

    return refuse
