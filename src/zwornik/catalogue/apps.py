from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "zwornik.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        """Load the rules and listen to the directory."""
        import zwornik.catalogue.receivers  # noqa: PLC0415
        import zwornik.catalogue.rules  # noqa: F401, PLC0415
