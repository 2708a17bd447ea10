# SPDX-License-Identifier: Apache-2.0
"""Imported first by every script of this folder: where the interpreter that was called lacks the modules
(`python3` need not be the one of the distribution), the script runs again by the one that
tools/find_python.sh finds. Without one the imports that follow say what is missing."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
NEEDED = ("h5py", "xarray", "h5netcdf", "numpy")


def call_another():
    finder = HERE.parent / "tools/find_python.sh"
    if all(importlib.util.find_spec(name) for name in NEEDED) or not finder.is_file() \
            or Path(sys.argv[0]).resolve().parent != HERE:
        return
    found = subprocess.run([finder], capture_output=True, text=True, check=False).stdout.strip()
    if found:
        os.execv(found, [found, *sys.argv])


call_another()
