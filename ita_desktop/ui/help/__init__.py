"""Help inside the program, without the internet: the guide by topic, its window, the manual as PDF."""
