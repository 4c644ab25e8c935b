"""The pages, one file a part of the desk."""
