"""Signing in, in the look of the product."""
