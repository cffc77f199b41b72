"""Top floor, beside the window: the same services for scripts, support calls and tests."""
