"""Articles of PolNeAR train that nothing is trained on, so that what is trained can be judged.

A fifth of those with labels of stands, by the hash of their names.
"""

import hashlib

_ONE_IN = 5


def is_kept_apart(name: str) -> bool:
    """Whether an article of PolNeAR train is for judging only."""
    return int(hashlib.sha1(f"v{name}".encode()).hexdigest(), 16) % _ONE_IN == 0
