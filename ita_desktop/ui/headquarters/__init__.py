"""The window of a headquarters: packages of offices in, their tables out. Another window, the same look."""
