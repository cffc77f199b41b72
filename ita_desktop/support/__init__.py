"""Ground floor: helpers with no subject matter: files, paths, log, clock, language. Standard library only."""
