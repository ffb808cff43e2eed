"""Editing: forms, proposals, repairs."""
