"""The rules reader: attributions by quotation marks, cues and word order, without any weights."""
