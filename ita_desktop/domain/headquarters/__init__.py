"""What a province knows of its offices: who sent, what they reached, how they stand together."""
