"""python -m tui: the same as the gangmu command."""

import sys

from tui.cli import main

sys.exit(main())
