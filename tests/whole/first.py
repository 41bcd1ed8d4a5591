"""Within `/1` there are only additions: the first bundle opens in today's readers, and today's bundles in the first reader."""

import json
import subprocess
import sys
import unittest
import zipfile

import jsonschema

from program import ROOT, TARGET, build, editions, run
from releasable import Releasable

FIRST = ROOT / "tests" / "first"
BUNDLE = FIRST / "prove-1.0.0-patient.zip"
SCHEMA = json.loads((FIRST / "andrum-bundle-1.schema.json").read_text())
READ_FIRST = "1 Hvile\n  last: text\n  tired: number\n  how: options\n2 Senere\n"


def read(reader, *args):
    return subprocess.run([*reader, *map(str, args)], capture_output=True, text=True, encoding="utf-8", timeout=120)


def faults(archive):
    """Where the JSON of a bundle departs from the first schema."""
    judges = {part: jsonschema.Draft202012Validator({**SCHEMA, "$ref": f"#/$defs/{part}", "anyOf": [True]}) for part in ("Manifest", "PageFile")}
    with zipfile.ZipFile(archive) as members:
        for name in members.namelist():
            if name.endswith(".json") and not name.startswith("schema/"):
                judge = judges["Manifest" if name == "manifest.json" else "PageFile"]
                yield from (f"{name} {error.json_path}: {error.message[:200]}" for error in judge.iter_errors(json.loads(members.read(name))))


class First(Releasable):
    def test_today_s_readers_open_the_first_bundle(self):
        done = run("verify", BUNDLE, "--key", FIRST / "prove.pub")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        for reader in ([sys.executable, ROOT / "clients/python/read.py"], [TARGET / "release" / "examples" / "read"]):
            done = read(reader, BUNDLE)
            self.assertEqual((done.returncode, done.stdout), (0, READ_FIRST), done.stderr)
        self.none(faults(BUNDLE), "departures from its own schema")
        # And it is compared with what is made today.
        self.release()
        told = json.loads(self.andrum("diff", BUNDLE, "--format", "json").stdout)
        self.assertEqual((told["from"], told["changes"]), ("1.0.0", []))

    def test_the_first_reader_opens_today_s_bundles(self):
        self.release()
        out = self.place / "eget"
        build(ROOT, out, "--edition", "patient", "--only", "bundle")
        bundles = [next((self.out / "patient/1.0.0/bundle").glob("*.zip"))]
        bundles += [next((folder / "bundle").glob("*.zip")) for _, folder in editions(out)]
        for bundle in bundles:
            done = read([sys.executable, FIRST / "read.py"], bundle)
            self.assertEqual(done.returncode, 0, f"{bundle}: {done.stderr}")
            self.assertGreater(len(done.stdout), 20)
            self.none(faults(bundle), f"departures of {bundle.name} from the first schema")
        self.counted(len(bundles), "bundles of today")


if __name__ == "__main__":
    unittest.main()
