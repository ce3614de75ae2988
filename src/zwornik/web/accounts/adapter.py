"""How signing in works here."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from zwornik.accounts.models import User
from zwornik.core.selectors import this_cluster

INCORRECT_CODE = _("This code is not right, or no longer. Please check it, or ask for a new one.")


class InvitationOnly(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by invitation: nobody signs up alone."""

    error_messages: dict[str, Any] = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account was switched off. Please write to the coordinator."),
        "email_password_mismatch": _(
            "The address and the password do not belong together. Whoever has no password signs in "
            "with a code sent by e-mail."
        ),
        "enter_current_password": _("This is not the present password."),
        "incorrect_code": INCORRECT_CODE,
        "incorrect_password": _("This is not the password."),
        "invalid_password_reset": _("The link is not valid, or no longer."),
        "rate_limited": _("There were too many tries. Please wait a few minutes."),
        "too_many_login_attempts": _("There were too many tries. Please wait a few minutes."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Refuse signing up."""
        return False

    def format_email_subject(self, subject: str) -> str:
        """Leave the subject as it is written."""
        return subject

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write an e-mail in the name of the cluster."""
        super().send_mail(template_prefix, email, {"cluster": this_cluster(), **context})

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell a person about a change of the account, at the address of the account."""
        super().send_notification_mail(template_prefix, user, context, email or user.email)


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]
    """What people read about the second factor."""

    error_messages: dict[str, Any] = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _("The second factor cannot be switched off."),
        "cannot_generate_recovery_codes": _(
            "Recovery codes can be made once the second factor is switched on."
        ),
        "incorrect_code": INCORRECT_CODE,
    }
