"""The checker: its rules by group, its pages and its reports."""
