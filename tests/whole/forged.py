"""Ten thousand bundles that someone changed: with the key pinned, whatever would be read otherwise is refused."""

import concurrent.futures
import io
import json
import os
import random
import struct
import subprocess
import unittest
import warnings
import zipfile
import zlib

from program import ANDRUM, files
from releasable import Releasable

CHANGES = 10_000


def members(data):
    """What Python's own reader makes of a ZIP: a list of names and bytes, or nothing where it makes nothing of it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(info.filename, archive.read(info)) for info in archive.infolist()]
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, RuntimeError, ValueError, OSError):
        return None


def packed(members):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data)
    return made.getvalue()


class Forger:
    """Changes a bundle at random, each time in one of the ways that have been tried on archives before."""

    def __init__(self, whole, seed):
        self.whole, self.members, self.chance = whole, members(whole), random.Random(seed)

    def changed(self):
        ways = [
            self.flipped, self.flipped, self.flipped_in_the_list, self.cut, self.put_in, self.overwritten, self.renamed, self.outside,
            self.twice, self.bomb, self.size, self.gone, self.besides, self.swapped, self.manifest, self.signature, self.joined,
        ]
        way = self.chance.choice(ways)
        return way.__name__, way()

    def place(self, members=None):
        return self.chance.randrange(len(members or self.members))

    def bytes(self, most=8):
        return self.chance.randbytes(self.chance.randint(1, most))

    def repacked(self, change):
        made = [list(member) for member in self.members]
        change(made)
        return packed(made)

    def flipped(self):
        data = bytearray(self.whole)
        data[self.chance.randrange(len(data))] ^= 1 << self.chance.randrange(8)
        return bytes(data)

    def flipped_in_the_list(self):
        """In the list at the end of a ZIP, where names, sizes and places are said."""
        data = bytearray(self.whole)
        start = struct.unpack("<I", data[-6:-2])[0]
        data[self.chance.randrange(start, len(data))] ^= 1 << self.chance.randrange(8)
        return bytes(data)

    def cut(self):
        return self.whole[: self.chance.randrange(len(self.whole))]

    def put_in(self):
        at = self.chance.choice([0, len(self.whole), self.chance.randrange(len(self.whole))])
        return self.whole[:at] + self.bytes() + self.whole[at:]

    def overwritten(self):
        at, new = self.chance.randrange(len(self.whole)), self.bytes()
        return (self.whole[:at] + new + self.whole[at + len(new):])[: len(self.whole)]

    def renamed(self):
        def change(made):
            member = made[self.place(made)]
            member[0] = self.chance.choice([member[0].upper(), member[0] + " ", member[0].replace("/", "\\"), "x" + member[0], member[0].replace(".", "")])
        return self.repacked(change)

    def outside(self):
        def change(made):
            member = made[self.place(made)]
            member[0] = self.chance.choice(["../", "../../", "/", "C:/", "a/../../", "./", "no//"]) + member[0]
        return self.repacked(change)

    def twice(self):
        def change(made):
            name, data = made[self.place(made)]
            made.insert(self.chance.randint(0, len(made)), [name, self.chance.choice([data, data + b" ", b"{}"])])
        return self.repacked(change)

    def bomb(self):
        def change(made):
            made[self.place(made)][1] = bytes(1 << self.chance.randint(12, 21))
        return self.repacked(change)

    def size(self):
        """Another size said in the list at the end, of one member."""
        data = bytearray(self.whole)
        at, start = [], struct.unpack("<I", data[-6:-2])[0]
        while data[start:start + 4] == b"PK\x01\x02":
            at.append(start)
            name, extra, comment = struct.unpack("<HHH", data[start + 28:start + 34])
            start += 46 + name + extra + comment
        field = self.chance.choice(at) + self.chance.choice([20, 24])
        data[field:field + 4] = struct.pack("<I", self.chance.choice([0, 1, self.chance.randrange(1 << 20), 0xFFFFFFFF]))
        return bytes(data)

    def gone(self):
        return self.repacked(lambda made: made.pop(self.place(made)))

    def besides(self):
        name = self.chance.choice(["no/ny.json", "x", "manifest.json.minisig2", "media/" + "0" * 64 + ".svg", "../x"])
        return self.repacked(lambda made: made.insert(self.chance.randint(0, len(made)), [name, self.bytes(40)]))

    def swapped(self):
        def change(made):
            one, other = self.place(made), self.place(made)
            made[one][1], made[other][1] = made[other][1], made[one][1]
        return self.repacked(change)

    def manifest(self):
        """The manifest says something else, and everything it lists is as it says."""
        def change(made):
            at = next(at for at, member in enumerate(made) if member[0] == "manifest.json")
            manifest = json.loads(made[at][1])
            match self.chance.randrange(6):
                case 0: manifest["programme"]["version"] = f"9.{self.chance.randrange(99)}.0"
                case 1: manifest["edition"] = "therapist"
                case 2: manifest["tasks"]["last"]["share"] = "therapist"
                case 3: manifest["files"].pop(self.place(manifest["files"]))
                case 4: manifest["emergency"] = {"no": [{"number": str(self.chance.randrange(999)), "for": {}}]}
                case 5: manifest["files"][self.place(manifest["files"])]["path"] = "../../" + str(self.chance.randrange(99))
            made[at][1] = json.dumps(manifest).encode()
        return self.repacked(change)

    def signature(self):
        def change(made):
            member = next(member for member in made if member[0] == "manifest.json.minisig")
            data = bytearray(member[1])
            # The first line is a comment that nothing guards.
            data[self.chance.randrange(data.index(b"\n") + 1, len(data))] ^= 1 << self.chance.randrange(7)
            member[1] = bytes(data)
        return self.repacked(change)

    def joined(self):
        """Two archives in one file: readers differ in which they see."""
        other = packed([("manifest.json", b"{}")])
        return self.chance.choice([self.whole + other, other + self.whole])


class Forged(Releasable):
    def meant(self, members):
        """The members but for the signature, which says nothing of its own: white space around it may differ."""
        return sorted(member for member in members if member[0] != "manifest.json.minisig")

    def test_what_would_be_read_otherwise_is_refused(self):
        warnings.filterwarnings("ignore", "Duplicate name")
        self.release()
        whole = next((self.out / "patient/1.0.0/bundle").glob("*.zip")).read_bytes()
        folder = self.place / "prøvd"
        folder.mkdir()
        before = files(self.place)
        wanted = self.meant(members(whole))
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}

        def tried(first):
            """A hundred at once: each is told of by its place, or not at all."""
            forged = {}
            for at in range(first, first + 100):
                way, data = Forger(whole, at).changed()
                forged[folder / f"{at}.zip"] = at, way, data
                (folder / f"{at}.zip").write_bytes(data)
            command = [ANDRUM, "verify", *forged, "--key", self.public]
            done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)
            refused = {line.split(".zip", 1)[0] + ".zip" for line in (done.stdout + done.stderr).replace("andrum: ", "").splitlines() if ".zip" in line}
            for place in forged:
                place.unlink()
            return done, [(*change, str(place) in refused) for place, change in forged.items()]

        ways, taken = {}, 0
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for done, changes in pool.map(tried, range(0, CHANGES, 100)):
                self.assertIn(done.returncode, (1, 2), done.stderr)
                self.assertNotIn("panicked", done.stderr)
                for at, way, data, refused in changes:
                    ways[way] = ways.get(way, 0) + 1
                    if refused:
                        continue
                    taken += 1
                    read = members(data)
                    # Python refuses a ZIP whose two lists of names differ; ours goes by the one at the end, as most do.
                    if read is not None:
                        self.assertEqual(self.meant(read), wanted, f"{at} {way} is read otherwise")
        self.assertEqual(files(self.place), before, "nothing is written")
        print(f"  {sum(ways.values())} changes in {len(ways)} ways; {taken} left every member as it was", flush=True)
        self.assertLess(taken, CHANGES // 10)
        self.counted(CHANGES - taken, "forged bundles refused")


if __name__ == "__main__":
    unittest.main()
