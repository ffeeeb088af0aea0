"""Results of earlier builds: made once, and gone when nobody asks for them."""

from __future__ import annotations

import pytest

from wegwijzer.publish.kept import Kept


def test_a_result_is_made_once(tmp_path):
    """The second build takes what the first one made, also when that is nothing."""
    for name, content in {"abc": b"een", "leeg": b""}.items():
        assert Kept(tmp_path / "resultaten").take(name, lambda content=content: content) == content
        assert Kept(tmp_path / "resultaten").take(name, lambda: b"twee") == content


@pytest.mark.parametrize("damage", [b"", b"anders", lambda written: written[:-1], lambda written: written + b"!"])
def test_what_is_damaged_is_made_again(tmp_path, damage):
    """A file that is not what was written counts for nothing."""
    Kept(tmp_path).take("abc", lambda: b"een")
    place = tmp_path / "abc"
    place.write_bytes(damage(place.read_bytes()) if callable(damage) else damage)
    assert Kept(tmp_path).take("abc", lambda: b"twee") == b"twee"
    assert Kept(tmp_path).take("abc", lambda: b"drie") == b"twee"


def test_what_fails_leaves_nothing(tmp_path):
    """What stops the making comes through, and the next build tries again."""

    def fails():
        raise ValueError("kan niet")

    with pytest.raises(ValueError, match="kan niet"):
        Kept(tmp_path).take("abc", fails)
    assert list(tmp_path.iterdir()) == []
    assert Kept(tmp_path).take("abc", lambda: b"wel") == b"wel"


def test_what_nobody_asks_for_goes(tmp_path):
    """Of an earlier build only what this one uses stays, and nothing of one that was killed."""
    before = Kept(tmp_path)
    before.take("oud", lambda: b"oud")
    before.take("nog", lambda: b"nog")
    (tmp_path / "half.new").write_bytes(b"ha")
    now = Kept(tmp_path)
    assert now.take("nog", lambda: b"anders") == b"nog"
    now.drop_rest()
    assert [path.name for path in tmp_path.iterdir()] == ["nog"]
