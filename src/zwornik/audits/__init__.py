"""Questionnaires sent to members, whose answers become catalogue records."""
