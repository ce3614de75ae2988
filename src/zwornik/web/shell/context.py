"""What every template may need: the cluster, the menu, the shell of this reader, the other language."""

from typing import Any

from django.http import HttpRequest
from django.urls import translate_url
from django.utils import timezone

from zwornik import __version__
from zwornik.core.bilingual import other_language, reader_language
from zwornik.core.selectors import this_cluster
from zwornik.web.shell.navigation import menu_for


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return the context of the shell; the menu is worked out only where it is drawn."""
    user = getattr(request, "user", None)
    is_known = user is not None and user.is_authenticated
    language = reader_language()
    other = other_language(language)
    return {
        "cluster": this_cluster,
        "menu": lambda: menu_for(request, user) if is_known else [],  # type: ignore[arg-type]
        "shell_template": _shell_of(user) if is_known else "shell/public.html",
        "reader_language": language,
        "other_language": other,
        "other_address": translate_url(request.get_full_path(), other),
        "today": timezone.localdate(),
        "now": timezone.now(),
        "version": __version__,
    }


def _shell_of(user: Any) -> str:
    """Name the shell: a sidebar for the team and its experts, one bar for members."""
    return "shell/member.html" if user.role == "member" else "shell/staff.html"
