"""`python -m wegwijzer.cli`: the same as the command `wegwijzer`."""

import sys

from wegwijzer.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
