"""How the shipped reader was made: corpora, network, training, export."""
