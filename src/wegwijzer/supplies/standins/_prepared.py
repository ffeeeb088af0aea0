"""Code that was text when a page would have had to compile it: what dataclasses write for each class.

`runtime_pack.py` fills in `CODE` (checksum of the text → marshalled code object); a text it did not see is compiled.
"""

import builtins
import marshal
import zlib

CODE: dict[int, bytes] = {}
SEEN: list[str] = []


def run(text: str, names: dict[str, object], results: dict[str, object]) -> None:
    """Like `exec`, for text that may have been prepared."""
    code = CODE.get(zlib.crc32(text.encode()))
    if code is None:
        SEEN.append(text)
        code = marshal.dumps(compile(text, "<dataclass>", "exec", dont_inherit=True, optimize=2))
    builtins.exec(marshal.loads(code), names, results)
