"""Editing: forms, proposals and repairs; the ways from an idea to a sound record file, and what a reviewer needs."""
