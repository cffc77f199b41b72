"""What tests share: log watching, catalogues, planted faults."""
