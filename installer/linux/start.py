"""Start the program when Python is given the folder it lies in; installed as ``/usr/lib/itadmin/__main__.py``."""

import sys

from itadmin.__main__ import main

sys.exit(main())
