from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "zwornik.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Load the rules, so that rights are known."""
        import zwornik.accounts.rules  # noqa: F401, PLC0415
