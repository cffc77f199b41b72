"""The headquarters' store: a file of its own, or a PostgreSQL database that several clerks share."""
