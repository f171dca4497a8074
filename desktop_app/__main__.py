"""`python -m desktop_app`: the same as the command `resolution-reader`."""

import sys

from desktop_app.cli.main import main

sys.exit(main())
