"""The errors that a caller can expect; each message names the thing, the fault and the remedy."""


class OnrecordError(Exception):
    """Something expected went wrong; the message is written for the person at the keyboard."""


class CaptureError(OnrecordError):
    """An input could not be taken in: missing, unreadable, too large, refused or not reachable."""


class ArticleError(OnrecordError):
    """A capture was taken in, but no article that onrecord can read was found in it."""


class ReaderError(OnrecordError):
    """A reader could not be loaded: its files are missing, damaged or of another version."""


class LedgerError(OnrecordError):
    """The ledger could not be opened, read or written."""


class SettingsError(OnrecordError):
    """A setting or option has a value that does not work."""
