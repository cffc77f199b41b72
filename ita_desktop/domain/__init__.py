"""Ground floor: the rules of the assessment. Pure: no clock, no files, standard library only."""
