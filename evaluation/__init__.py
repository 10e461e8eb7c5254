"""How good backchannel is: reads annotated articles with it, compares with gold, and keeps the floors."""
