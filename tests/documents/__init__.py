"""Tests of the papers and of what sets them."""
