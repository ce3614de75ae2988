"""The catalogue's screens: the list with facets, the page of a record, writing and publishing."""
