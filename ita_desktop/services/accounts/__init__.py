"""Signing in, looking after accounts, the recovery sheet."""
