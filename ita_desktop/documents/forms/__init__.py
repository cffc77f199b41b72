"""Paper that goes out: questionnaires, the cover sheet of a batch, the thank-you slip, the poster."""
