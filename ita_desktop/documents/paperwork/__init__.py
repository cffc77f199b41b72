"""The year's papers on the page: kinds with their fields and first texts, forms, rich text set, Word."""
