from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "zwornik.core"
    label = "core"

    def ready(self) -> None:
        """Load the rules, so that rights are known."""
        import zwornik.core.rules  # noqa: F401, PLC0415
