"""Packages as rules: what goes in, who signs, in which order they come, what both sides changed."""
