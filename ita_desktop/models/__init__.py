"""First floor: the user's file. The only SQL in the program; no row leaves this floor."""
