"""Tests of the paper that goes out."""
