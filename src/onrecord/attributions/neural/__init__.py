"""The neural reader: text → pieces → scores → drafts → attributions."""
