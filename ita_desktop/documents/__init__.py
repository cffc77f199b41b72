"""First floor: domain objects to official papers. The only ReportLab in the program."""
