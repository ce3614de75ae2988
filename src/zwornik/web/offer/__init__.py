"""The public offer, without signing in."""
