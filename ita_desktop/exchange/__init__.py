"""First floor: other people's files, in and out: workbooks and packages."""
