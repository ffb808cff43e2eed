"""What follows from records, as pure functions over the library; nothing here is ever typed by an editor."""
