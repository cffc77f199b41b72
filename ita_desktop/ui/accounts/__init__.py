"""Signing in, the locked screen, and looking after the accounts of a file."""
