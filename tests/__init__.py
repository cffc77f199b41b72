"""Promises of the program, each a test."""
