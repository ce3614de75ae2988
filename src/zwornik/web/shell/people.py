"""Requests of people who signed in."""

from django.http import HttpRequest

from zwornik.accounts.models import User


class SignedInRequest(HttpRequest):
    """A request whose user has an account; views behind `login_required` take it."""

    user: User
