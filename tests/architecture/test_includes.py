#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Who may include whom. Includes go downward only; a library outside has one home each. The lists
# below are the architecture: change them together with docs/architecture.md.
import re
import unittest

from tree import TreeTest, cpp_files, text_of

BELOW_SCHEDULE = ["core", "random", "tables", "params", "matching", "parallel", "data", "statistics"]
UP_TO_MODEL = BELOW_SCHEDULE + ["schedule", "output", "policy", "model"]
INPUT_OUTPUT = ["scenario", "hdf5", "checkpoint"]

# Folder of sim/ → folders of sim/ that it may include besides itself.
ALLOWED = {
    "core": [],
    "random": ["core"],
    "parallel": ["core"],
    "params": ["core"],
    "tables": ["core", "parallel"],
    "data": ["core", "params"],
    "matching": ["core", "random", "parallel"],
    "statistics": ["core", "random"],
    "schedule": BELOW_SCHEDULE,
    "output": BELOW_SCHEDULE + ["schedule"],
    "policy": BELOW_SCHEDULE + ["schedule", "output"],
    "model": BELOW_SCHEDULE + ["schedule", "output", "policy"],
    "scenario": UP_TO_MODEL,
    "hdf5": UP_TO_MODEL,
    "checkpoint": UP_TO_MODEL + ["hdf5"],
    "sweep": UP_TO_MODEL + INPUT_OUTPUT,
    "calibrate": UP_TO_MODEL + INPUT_OUTPUT + ["sweep"],
    "cli": UP_TO_MODEL + INPUT_OUTPUT + ["sweep", "calibrate"],
}

# Library outside (pattern of the header) → where it may be included: folders or files.
LIBRARIES = {
    r"tbb/|oneapi/": ["sim/parallel/backend_tbb.cpp"],
    r"Random123/": ["sim/random/", "tests/"],
    r"H5|hdf5": ["sim/hdf5/", "tests/"],
    r"yaml-cpp/": ["sim/scenario/"],
    r"CLI/": ["sim/cli/"],
    r"nlohmann/": ["sim/scenario/", "sim/hdf5/", "sim/checkpoint/", "sim/sweep/",
                   "sim/calibrate/", "sim/cli/", "tests/"],
    r"boost/": ["sim/sweep/", "sim/calibrate/", "tests/"],
    r"Eigen/": ["sim/calibrate/"],
    r"mpi\.h|boost/mpi": ["sim/sweep/mpi/"],
    r"xxhash\.h": ["sim/tables/", "sim/scenario/", "sim/hdf5/", "sim/checkpoint/", "sim/sweep/"],
    r"fmt/": ["sim/", "models/", "tests/", "bench/"],
    r"gtest/|gmock/|rapidcheck": ["tests/"],
    r"benchmark/": ["bench/"],
    r"sys/|unistd\.h|fcntl\.h|signal\.h|poll\.h|spawn\.h|dlfcn\.h|link\.h": ["sim/", "tests/", "bench/"],
    r"[a-z]*mmintrin\.h": ["sim/random/"],
}
# Libraries that no other folder may see, not even through a header of their home.
HIDDEN = r"(tbb/|H5|hdf5|yaml-cpp/|CLI/|boost/|Eigen/|xxhash|nlohmann/)"

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.MULTILINE)


def includes(name):
    return [(kind == '"', path) for kind, path in INCLUDE.findall(text_of(name))]


class Includes(TreeTest):
    def test_engine_includes_go_downward(self):
        files = cpp_files(["sim"])
        self.assert_finds_files(files)
        wrong = []
        for name in files:
            folder = name.split("/")[1]
            if folder not in ALLOWED:
                wrong.append(f"{name}: folder sim/{folder} has no place in the layers")
                continue
            for own, path in includes(name):
                if not own:
                    continue
                parts = path.split("/")
                if parts[0] != "sim" or len(parts) < 3:
                    wrong.append(f"{name}: includes {path} (the engine knows only sim/)")
                elif parts[1] != folder and parts[1] not in ALLOWED[folder]:
                    wrong.append(f"{name}: sim/{folder} must not include {path}")
        self.none_of(wrong)

    def test_layers_have_no_cycle(self):
        done = set()
        while len(done) < len(ALLOWED):
            free = [f for f, below in ALLOWED.items() if f not in done and done.issuperset(below)]
            self.assertTrue(free, f"cycle among {sorted(set(ALLOWED) - done)}")
            done.update(free)

    def test_models_include_up_to_model(self):
        files = [n for n in cpp_files(["models"]) if n != "models/main.cpp"]
        self.assert_finds_files(files)
        wrong = []
        for name in files:
            model = "/".join(name.split("/")[:2]) + "/"
            for own, path in includes(name):
                if own and path.startswith("sim/") and path.split("/")[1] not in UP_TO_MODEL:
                    wrong.append(f"{name}: a model must not include {path}")
                elif own and not path.startswith(("sim/", model)):
                    wrong.append(f"{name}: includes {path} (only sim/ and {model})")
        self.none_of(wrong)

    def test_libraries_have_one_home(self):
        wrong = []
        for name in cpp_files():
            for own, path in includes(name):
                if own or not re.search(r"[/.]", path):
                    continue
                homes = [h for pattern, h in LIBRARIES.items() if re.match(pattern, path)]
                if not homes:
                    wrong.append(f"{name}: <{path}> belongs to no listed library")
                elif not name.startswith(tuple(homes[0])):
                    wrong.append(f"{name}: <{path}> may only be included in {', '.join(homes[0])}")
        self.none_of(wrong)

    def test_libraries_stay_hidden(self):
        revealing = {n for n in cpp_files(["sim"]) if n.endswith(".hpp")
                     and any(re.match(HIDDEN, path) for own, path in includes(n) if not own)}
        self.none_of(f"{name}: includes {path}, which shows a hidden library"
                     for name in cpp_files(["sim", "models"]) for own, path in includes(name)
                     if own and path in revealing
                     and path.rpartition("/")[0] != name.rpartition("/")[0])

    def test_paths_start_at_the_root(self):
        wrong = []
        for name in cpp_files():
            if name.startswith("tests/architecture/consumer/"):
                continue  # a project of its own, with its own root
            for own, path in includes(name):
                if own and path.split("/")[0] not in ("sim", "models", "tests", "bench"):
                    wrong.append(f'{name}: "{path}" does not start at the root')
        self.none_of(wrong)


if __name__ == "__main__":
    unittest.main()
