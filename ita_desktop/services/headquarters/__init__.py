"""A province or a ministry at work: packages of offices in, standings and papers out, corrections down."""
