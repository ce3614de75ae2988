from django.urls import path

app_name = "offer"
urlpatterns: list = []
