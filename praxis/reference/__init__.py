"""The reference for editors, derived from the record types: fields, values, examples. Nothing is written twice."""
