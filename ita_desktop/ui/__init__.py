"""Top floor: the window, one of the two faces of the services. The only Qt in the program."""
