"""Papers of the rosters: lists to hand forms out by, the record of a draw, a person's own data."""
