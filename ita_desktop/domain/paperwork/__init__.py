"""The office's papers as data: rich text, kinds, numbers, states, templates. No page, no file, no clock."""
