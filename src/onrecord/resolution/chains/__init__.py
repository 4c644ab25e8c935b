"""How the words reached the page: from newsroom to speaker, on what basis, to whom."""
