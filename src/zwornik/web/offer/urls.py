from django.http import HttpResponse
from django.urls import path

app_name = "offer"
urlpatterns = [path(f"{n}/", lambda r, **k: HttpResponse("x"), name=n) for n in ("needs", "members", "feed")]
urlpatterns += [path("", lambda r: HttpResponse("x"), name="list"), path("<str:kind>/<int:pk>-<slug:slug>/", lambda r, **k: HttpResponse("x"), name="item")]
