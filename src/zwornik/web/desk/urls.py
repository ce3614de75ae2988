from django.urls import path

from zwornik.web.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.desk, name="desk"),
    path("journal/", views.journal, name="journal"),
]
