"""Praxis: eine Wissensbasis guter Praxis, aus Markdown-Dateien zu einer verlinkten Website."""
