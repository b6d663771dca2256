"""What a wheel holds is enough."""
import pathlib
import unittest

import lab_engine
import lab_runs

OF_THE_SYSTEM = ("libc.", "libm.", "libgcc_s.", "libstdc++.", "ld-linux")


class Wheel(unittest.TestCase):
    def test_the_module_brings_the_libraries_that_it_is_linked_with(self):
        beside = pathlib.Path(lab_engine.__file__).resolve().parent / "lab_engine.libs"
        brought = {file.name for file in beside.iterdir()}
        self.assertTrue(any(name.startswith("libprotobuf.so") for name in brought), brought)
        self.assertFalse([name for name in brought if name.startswith(OF_THE_SYSTEM)], brought)
        maps = pathlib.Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
        loaded = {pathlib.Path(line.split(maxsplit=5)[5]) for line in maps if ".so" in line}
        for name in brought - {"libz.so.1"}:  # Python's own zlib may have loaded that before
            self.assertEqual({file for file in loaded if file.name == name}, {beside / name})

    def test_the_reader_comes_with_it(self):
        folder = pathlib.Path(lab_engine.__file__).parent
        self.assertEqual(pathlib.Path(lab_runs.__file__).parent, folder)
