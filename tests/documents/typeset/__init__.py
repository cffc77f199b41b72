"""Promises of the Thai typesetter."""
