"""Second floor: what a user can do.

A command is one transaction and returns `Changes`; a query returns frozen read models.
"""
