"""Keys and what is done with them: signing, sealing, and handing the public ones on."""
