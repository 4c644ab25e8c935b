"""Sources → entities: who is speaking, under which names, in which roles."""
