"""The eight tabs, one module each (or a module and its helpers of the same first name)."""
