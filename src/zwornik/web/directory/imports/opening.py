"""The kept file of a person between the steps, opened again, with what was chosen for it."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils import timezone

from zwornik.core.sheets import Sheet, SheetError, read_sheet
from zwornik.directory.imports import ImportChoices
from zwornik.directory.imports.uploads import NoSuchUploadError, Upload, find_upload
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require


@dataclass(frozen=True)
class Opened:
    """A kept file and the table in it."""

    upload: Upload
    sheet: Sheet

    @property
    def token(self) -> str:
        """By what the addresses of the steps name the file."""
        return self.upload.token

    @property
    def sheet_names(self) -> list[str]:
        """The sheets of the workbook that hold data, the one that is read first."""
        return [self.sheet.name, *self.sheet.other_sheets]

    @property
    def is_mapped(self) -> bool:
        """Whether it was said already what the columns hold."""
        return bool(self.upload.choices.get("columns"))

    def choices(self) -> ImportChoices:
        """Return what was chosen so far."""
        kept: dict[str, Any] = self.upload.choices
        return ImportChoices(
            columns=kept["columns"],
            today=timezone.localdate(),
            standing=kept["standing"],
            kind=kept["kind"],
            decisions={int(row): choice for row, choice in kept.get("decisions", {}).items()},
        )

    def choose(self, **choices: Any) -> None:
        """Keep what was chosen for the next steps."""
        self.upload.choices |= choices
        self.upload.remember()


def opened(request: SignedInRequest, token: str) -> Opened:
    """Return the kept file of this person; a page that is not there if its day is over."""
    require(request.user, "directory.import_organisations")
    try:
        upload = find_upload(token, request.user.pk)
        wanted = upload.choices.get("sheet")
        return Opened(upload, read_sheet(upload.content, upload.name, sheet_name=wanted))
    except (NoSuchUploadError, SheetError) as error:
        raise Http404(token) from error
