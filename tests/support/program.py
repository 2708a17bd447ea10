# SPDX-License-Identifier: Apache-2.0
"""Runs the program for tests and reads its results; needs h5py."""
import os
import subprocess
import sys

try:
    import h5py
    import numpy as np
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)


def tandem(program, *arguments, expect=0):
    """Runs the program; fails loudly unless it ends with the expected exit code. Saves no states
    for later runs unless asked to: what is tested must be computed."""
    if arguments[0] in ("run", "compare", "resume") and "--state-cache" not in arguments:
        arguments = (*arguments, "--state-cache", "off")
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True,
                          env={**os.environ, "NO_COLOR": "1"}, check=False)
    assert done.returncode == expect, (
        f"tandem {' '.join(map(str, arguments))}: exit {done.returncode}, expected {expect}\n"
        f"{done.stdout}\n{done.stderr}")
    return done


def arrays(path, groups=("outcomes", "state_hash")):
    """All numeric datasets of the groups by name."""
    found = {}
    with h5py.File(path) as file:
        for group in groups:
            for name, data in file[group].items():
                if isinstance(data, h5py.Dataset) and data.dtype.kind in "iuf":
                    found[f"{group}/{name}"] = data[()]
    return found


def differences(a, b):
    """Names of datasets that are not bit for bit the same (NaN equals NaN)."""
    different = sorted(set(a) ^ set(b))
    for name in sorted(set(a) & set(b)):
        if a[name].dtype != b[name].dtype or not np.array_equal(
                a[name], b[name], equal_nan=a[name].dtype.kind == "f"):
            different.append(name)
    return different


def contents(path):
    """Everything in a result but what tells when, where and how fast it was made: datasets by
    path, attributes by path@name."""
    found = {}

    def add(name, item):
        if name.split("/")[0] == "timing":
            return
        for key, value in item.attrs.items():
            if not isinstance(value, (h5py.Reference, np.ndarray)):
                found[f"{name}@{key}"] = np.array(str(value))
        if isinstance(item, h5py.Dataset):
            found[name] = (item.asstr() if item.dtype.kind == "O" else item)[()]
    with h5py.File(path) as file:
        file.visititems(add)
        for key, value in file.attrs.items():
            if key not in ("created", "machine"):
                found[f"@{key}"] = np.array(str(value))
    return found
