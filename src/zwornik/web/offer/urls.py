from django.urls import path

from zwornik.web.offer import views

app_name = "offer"
urlpatterns = [
    path("", views.offer_list, name="list"),
    path("needs/", views.needs, name="needs"),
    path("members/", views.members, name="members"),
    path("feed.json", views.feed, name="feed"),
    path("<record_kind:kind>/<int:pk>-<slug:slug>/", views.item, name="item"),
]
