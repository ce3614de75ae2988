"""Screens of matches and the glossary."""
