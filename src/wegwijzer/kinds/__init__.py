"""Which kinds of content exist, and what each refers to. Whoever imports anything from here has the kinds of the kit."""

from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.own import OWN

KINDS.use(*OWN)

__all__ = ["KINDS"]
