"""Top floor: the command line, one of the two faces of the services."""
