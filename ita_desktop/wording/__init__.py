"""Words: domain values put into sentences a person reads, for the window and the command line alike.

Floors below carry data and never sentences; `ui` and `cli` ask here, so that the same fault is told in the
same words wherever it is met. Thai stands in the source, English in the catalogue.
"""
