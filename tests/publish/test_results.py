"""Results of earlier builds: made once, and gone when nobody asks for them."""

from __future__ import annotations

import pytest

from wegwijzer.publish.kept import Kept


def test_a_result_is_made_once(tmp_path):
    """The second build takes what the first one made."""
    folder = tmp_path / "resultaten"
    first = Kept(folder).take("abc", lambda: b"een")
    assert Kept(folder).take("abc", lambda: b"twee") == first
    assert first.read_bytes() == b"een"


def test_what_fails_leaves_nothing(tmp_path):
    """What stops the making comes through, and the next build tries again."""

    def fails():
        raise ValueError("kan niet")

    with pytest.raises(ValueError, match="kan niet"):
        Kept(tmp_path).take("abc", fails)
    assert list(tmp_path.iterdir()) == []
    assert Kept(tmp_path).take("abc", lambda: b"wel").read_bytes() == b"wel"


def test_what_nobody_asks_for_goes(tmp_path):
    """Of an earlier build only what this one uses stays, and nothing of one that was killed."""
    before = Kept(tmp_path)
    before.take("oud", lambda: b"oud")
    before.take("nog", lambda: b"nog")
    (tmp_path / "half.new").write_bytes(b"ha")
    now = Kept(tmp_path)
    now.take("nog", lambda: b"anders")
    now.drop_rest()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("nog", b"nog")]
