"""Room `products`."""
