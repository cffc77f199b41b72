"""ITA Desktop: one window and one file for a town office's year of ITA."""

__version__ = "0.1.0"
