"""`python -m backchannel`, the same as `backchannel`.

What comes in are the words of the command line, what goes out is the exit code.
Never does anything itself.
"""

from backchannel.cli import main

if __name__ == "__main__":
    main()
