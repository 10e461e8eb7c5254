"""A ledger -> the formats other programs read: one format a file.

What comes in is an open ledger, what goes out is text in a public, versioned format.
Never writes to the ledger and never opens a file.
"""
