"""What is read off attributions: answers, absences, positions, and what does not fit."""
