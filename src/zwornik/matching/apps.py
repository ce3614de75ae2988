from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "zwornik.matching"
    label = "matching"

    def ready(self) -> None:
        """Load the rules."""
        import zwornik.matching.rules  # noqa: F401, PLC0415
