"""What leaves the office: keys, contents, packages and the answers to them."""
