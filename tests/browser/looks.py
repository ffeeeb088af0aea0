"""How pages look to different readers, and which page `make test` shows to whom."""

from __future__ import annotations

import pytest

LOOKS = [("dark", 320), ("light", 1280), ("dark", 1280), ("light", 320)]
"""How pages look to different readers: colours and width."""


def in_looks(values, quick):
    """Parameters `reader` and one more, for `indirect=["reader"]`: the quick values with all looks, the others with the first and
    the second in turn. `make test` tries the quick values, in turn too: a fault of one page in one look is left to
    `make test-all`.
    """
    now = {(value, LOOKS[at % 2]) for at, value in enumerate(quick)}
    pairs = [
        (look, value) for at, value in enumerate(values) for look in (LOOKS if value in quick else [LOOKS[at % 2]])
    ]
    return [
        pytest.param(
            look, value, id=f"{look[0]}-{look[1]}-{value}", marks=() if (value, look) in now else pytest.mark.slow
        )
        for look, value in pairs
    ]
