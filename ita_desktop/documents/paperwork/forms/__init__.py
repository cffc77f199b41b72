"""How each form of paper looks round its text: head, signature, marks; measures as numbers."""
