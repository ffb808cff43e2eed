"""Wrong use of a command."""


class UsageError(Exception):
    """Wrong use: an unknown id, path or value; told on standard error, exit code 2."""
