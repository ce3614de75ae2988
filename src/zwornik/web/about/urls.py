from django.urls import path

app_name = "about"
urlpatterns: list = []
