"""The programmes in examples/: each is whole, has nothing to mend, and builds on its own from any folder."""

import json
import shutil
import unittest

from program import INTERNAL, ROOT, Whole, build, run

EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/programme.yaml"))
# What only those who run a programme can give. Everything else must be there.
THEIRS = {"undecided", "approval-missing", "governance"}


class Examples(Whole):
    def setUp(self):
        super().setUp()
        self.counted(len(EXAMPLES), "examples")
        self.assertGreaterEqual(len(EXAMPLES), 4)

    def test_nothing_is_to_be_mended(self):
        for example in EXAMPLES:
            done = run("check", "--format", "json", root=example)
            self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)

    def test_a_release_waits_for_the_clinic_alone(self):
        for example in EXAMPLES:
            done = run("check", "--release", "--format", "json", root=example)
            faults = [json.loads(line) for line in done.stdout.splitlines()]
            self.assertTrue(faults)
            others = [fault for fault in faults if fault["lint"] not in THEIRS]
            self.assertEqual(others, [])

    def test_each_builds_on_its_own(self):
        for example in EXAMPLES:
            alone = self.place / "et annet sted" / example.name
            shutil.copytree(example, alone, ignore=shutil.ignore_patterns("dist"))
            out = self.place / "ut" / example.name
            build(alone, out)
            editions = [folder for folder in out.iterdir() if folder.name != INTERNAL]
            self.assertTrue(editions)
            for edition in editions:
                version = next(edition.glob("*-dev"))
                self.assertTrue(list(version.glob("*/crisis/index.html")), f"{version} has no crisis page")
                self.assertTrue((version / "bundle" / "manifest.json").is_file())

    def test_what_is_for_one_site_reaches_no_other(self):
        out = self.place / "to land"
        build(ROOT / "examples" / "two-countries", out)
        manifests = {}
        for path in out.glob("*/*/bundle/manifest.json"):
            manifest = json.loads(path.read_text("utf-8"))
            manifests[manifest.get("site", {}).get("id")] = manifest
        here, there = manifests["fredrikstad"], manifests["mellerud"]
        self.assertEqual((here["site"]["country"], there["site"]["country"]), ("no", "se"))
        only_here, only_there = set(here["pages"]) - set(there["pages"]), set(there["pages"]) - set(here["pages"])
        self.assertTrue(only_here and only_there)


if __name__ == "__main__":
    unittest.main()
