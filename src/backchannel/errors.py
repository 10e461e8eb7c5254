"""Errors a user can mend. Each message is a whole sentence that says what to do; all else is a bug and crashes."""


class BackchannelError(Exception):
    """Something the user can put right. Shown as one sentence, without a traceback; exit code 1."""


class LedgerError(BackchannelError):
    """The ledger cannot be opened, written or understood."""


class ModelError(BackchannelError):
    """The reader model is missing or damaged."""
