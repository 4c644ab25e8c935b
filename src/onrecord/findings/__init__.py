"""What is read off attributions: who answered, what is missing, who stands where, what does not fit."""
