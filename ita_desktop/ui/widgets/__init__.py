"""What pages are made of: cards, badges, tables, form fields. Nothing here knows a service."""
