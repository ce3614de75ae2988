from django.apps import AppConfig


class CliConfig(AppConfig):
    name = "zwornik.cli"
    label = "cli"
