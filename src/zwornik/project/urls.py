"""The root addresses: every page has its language in front."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.generic import RedirectView

from zwornik.web.shell.views import front_door, home


def alive(_request: HttpRequest) -> HttpResponse:
    """Answer the watchman of the server."""
    return HttpResponse("ok", content_type="text/plain")


urlpatterns = [
    path("healthz", alive, name="alive"),
    path("favicon.ico", RedirectView.as_view(url="/static/zwornik/mark.svg")),
    path("", front_door),
    *i18n_patterns(
        path("", home, name="home"),
        path("offer/", include("zwornik.web.offer.urls")),
        path("account/", include("zwornik.web.accounts.urls")),
        path("desk/", include("zwornik.web.desk.urls")),
        path("search/", include("zwornik.web.search.urls")),
        path("directory/", include("zwornik.web.directory.urls")),
        path("catalogue/", include("zwornik.web.catalogue.urls")),
        path("matching/", include("zwornik.web.matching.urls")),
        path("audits/", include("zwornik.web.audits.urls")),
        path("about/", include("zwornik.web.about.urls")),
    ),
]
handler403 = "zwornik.web.shell.views.refused"
handler404 = "zwornik.web.shell.views.not_found"
handler500 = "zwornik.web.shell.views.failed"
