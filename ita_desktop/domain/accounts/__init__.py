"""Who may open an office file: accounts, passwords, the recovery sheet, and what can go wrong with them."""
