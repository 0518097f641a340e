"""What attacks the program for minutes and hours; ``make test`` runs none of it."""
