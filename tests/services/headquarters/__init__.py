"""A headquarters at work, on a file and on PostgreSQL."""
