"""Tests of papers on the page and in Word."""
