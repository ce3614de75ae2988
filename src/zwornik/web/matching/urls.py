from django.urls import path

from zwornik.web.matching import glossary_views, views

app_name = "matching"
urlpatterns = [
    path("needs/", views.need_list, name="need-list"),
    path("needs/<int:pk>/", views.need_matches, name="need-matches"),
    path("needs/<int:pk>/left-out/", views.left_out, name="need-left-out"),
    path(
        "needs/<int:pk>/<slug:kind>/<int:offer_pk>/shortlist/",
        views.shortlist,
        name="match-shortlist",
    ),
    path("needs/<int:pk>/<slug:kind>/<int:offer_pk>/decline/", views.decline, name="match-decline"),
    path("needs/<int:pk>/<slug:kind>/<int:offer_pk>/reopen/", views.reopen, name="match-reopen"),
    path("glossary/", glossary_views.glossary, name="glossary"),
    path("glossary/add/", glossary_views.term_add, name="term-add"),
    path("glossary/<int:pk>/", glossary_views.term_edit, name="term-edit"),
    path("glossary/<int:pk>/remove/", glossary_views.term_remove, name="term-remove"),
    path("words/", views.words, name="words"),
]
