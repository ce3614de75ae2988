"""Tags and filters known to every template."""
