"""What every template may need: the cluster, the menu, the reader's shell, the other language."""

from typing import Any

from django.http import HttpRequest
from django.urls import translate_url
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from zwornik import __version__
from zwornik.accounts.models import User
from zwornik.core.bilingual import other_language, reader_language
from zwornik.core.selectors import this_cluster
from zwornik.web.shell.navigation import menu_for


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return the context of the shell; cluster and menu are read once, and only where drawn."""
    user = getattr(request, "user", None)
    known = user if isinstance(user, User) else None
    language = reader_language()
    other = other_language(language)
    return {
        "cluster": SimpleLazyObject(this_cluster),
        "menu": SimpleLazyObject(lambda: menu_for(request, known) if known else []),
        "shell_template": _shell_of(known) if known else "shell/public.html",
        "reader_language": language,
        "other_language": other,
        "other_address": translate_url(request.get_full_path(), other),
        "today": timezone.localdate(),
        "now": timezone.now(),
        "version": __version__,
    }


def _shell_of(user: User) -> str:
    """Name the shell: a sidebar for the team and its experts, one bar for members."""
    return "shell/member.html" if user.role == "member" else "shell/staff.html"
