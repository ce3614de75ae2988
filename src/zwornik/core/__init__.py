"""What at least two rooms need: provenance, sheets, the trail, asking for jobs."""
