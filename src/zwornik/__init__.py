"""Zwornik: the platform on which an innovation cluster's coordinator works."""

__version__ = "0.1.0"
