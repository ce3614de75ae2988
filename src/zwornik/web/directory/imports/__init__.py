"""Screens of the import: upload, columns, dry run, result, undo."""
