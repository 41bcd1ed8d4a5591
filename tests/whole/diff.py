"""What has changed since: `diff` between the project as it stands, git's revisions and other folders, and before the first release."""

import json
import shutil
import unittest

from program import InGit, write

PROGRAMME = """id: prove
version: 1.3.0
title: { no: Prøve }
languages: { no: { tag: nb } }
editions: { patient: { audiences: [patient] } }
schedule: { unit: week, count: 10 }
"""
PAGE = """---
id: w03-limits
kind: theme
unit: 3
title: Når det blir for mye
---

Ofte har kroppen sagt fra.

:::scale[Hvor spent er du?]{#w03-tension}
:::
"""
HOME = "---\nid: home\nkind: page\ntitle: Hjem\n---\n\nVelkommen.\n"
FILE = "content/no/grenser æøå/w03.md"


class Differences(InGit):
    def setUp(self):
        super().setUp()
        # The project need not be all of its repository.
        self.root = write(self.place / "lager" / "et program", {"programme.yaml": PROGRAMME, FILE: PAGE, "content/no/home.md": HOME})
        self.git("init", "-q", "..")

    def test_before_the_first_release_there_is_nothing_to_compare(self):
        self.assertEqual(self.andrum("diff").stdout, "Nothing has been released yet. The first release is 1.3.0, as `programme.yaml` says.\n")

    def test_against_a_revision_with_reasons(self):
        self.commit("First")
        self.git("tag", "v1.3.0")
        self.assertIn("1.3.0 → 1.3.1 (patch): no text changed, no task touched", self.andrum("diff", "HEAD").stdout)
        self.edit(FILE, "{#w03-tension}", "{#w03-tension to=5}")
        self.assertEqual(
            self.andrum("diff", "v1.3.0").stdout,
            "1.3.0 → 2.0.0 (major): 1 text changed, 1 task touched\n\n"
            "Major: saved answers, or what was promised, would no longer hold\n"
            "  The scale of `w03-tension` was 0–10/1 and is 0–5/1\n\n"
            "Patch: words and order\n"
            "  The words of `w03-limits` have changed (no)\n",
        )
        told = json.loads(self.andrum("diff", "v1.3.0", "--format", "json").stdout)
        self.assertEqual((told["from"], told["to"], told["bump"], told["texts"], told["tasks"]), ("1.3.0", "2.0.0", "major", 1, 1))
        self.assertEqual([(row["bump"], row["what"], row["id"]) for row in told["changes"]], [("major", "scale", "w03-tension"), ("patch", "words", "w03-limits")])
        self.commit("Second")
        backwards = self.andrum("diff", "HEAD", "v1.3.0").stdout
        self.assertIn("was 0–5/1 and is 0–10/1", backwards)

    def test_against_another_folder(self):
        other = self.place / "en annen mappe"
        shutil.copytree(self.root, other)
        self.edit(FILE, "Ofte har", "Mange ganger har")
        self.assertIn("(patch): 1 text changed, no task touched", self.andrum("diff", str(other)).stdout)

    def test_what_can_not_be_compared(self):
        self.assertIn("git knows no project by that name", self.andrum("diff", "v9", code=2).stderr)
        self.commit("First")
        self.assertIn("git knows no project by that name", self.andrum("diff", "HEAD:..", code=2).stderr)
        self.edit(FILE, "Ofte", "[[gone]] Ofte")
        self.assertIn("has errors", self.andrum("diff", "HEAD", code=1).stderr)


if __name__ == "__main__":
    unittest.main()
