"""Search through everything one may see."""
