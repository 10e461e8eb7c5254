"""How the reader model is made. Needs torch; the product never imports this package."""
