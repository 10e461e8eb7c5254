"""backchannel: who has been talking to whom, through which channel, and how do we know?"""

__version__ = "0.1.0"
