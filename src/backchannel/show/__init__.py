"""A ledger -> something to look at: views prepare the data, terminal and report show it.

What comes in is an open ledger, what goes out is text for people.
Never writes to the ledger and never decides anything about a contact.
"""
