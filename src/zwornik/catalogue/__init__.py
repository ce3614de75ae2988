"""Technologies, needs, competences and equipment of the cluster."""
