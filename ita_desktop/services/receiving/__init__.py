"""What comes in: packages checked, shown, taken in one step, and the file that is built again from one."""
