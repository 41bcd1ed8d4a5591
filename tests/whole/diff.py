"""What has changed since: `diff` between the project as it stands, git's revisions and other folders, and before the first release."""

import json
import shutil
import unittest

from program import InGit, run, write
from releasable import Releasable

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
        self.assertIn("git knows no project or version by that name", self.andrum("diff", "v9", code=2).stderr)
        self.commit("First")
        self.assertIn("git knows no project or version by that name", self.andrum("diff", "HEAD:..", code=2).stderr)
        self.edit(FILE, "Ofte", "[[gone]] Ofte")
        self.assertIn("has errors", self.andrum("diff", "HEAD", code=1).stderr)


class Released(Releasable):
    """Versions that were released, and bundles, against each other and the project as it stands."""

    def setUp(self):
        super().setUp()
        self.release()
        self.edited("w01-rest", "Kroppen trenger det.", "Kroppen trenger det hver dag.")
        self.edited("w01-rest", "- Gå {#walk}", "- Gå {#walk}\n- Sitte {#sit}")

    WANTED = ("minor", [("minor", "part-added"), ("patch", "words")])

    def test_what_an_app_fetches_of_it(self):
        """A text of a page in two languages, of all that the release weighs."""
        told = json.loads(self.andrum("diff", "--format", "json", "--out", self.out).stdout)
        self.assertEqual([(row["edition"], row["files"]) for row in told["deltas"]], [("patient", 2), ("therapist", 2)])
        manifest = self.read("1.0.0/bundle/manifest.json")
        self.assertLess(told["deltas"][0]["bytes"] * 5, sum(row["bytes"] for row in manifest["files"]))
        self.assertIn("An app with this version of `patient` fetches 2 files", self.andrum("diff", "--out", self.out).stdout)

    def test_a_bundle_is_compared_in_each_of_its_forms(self):
        version = self.out / "patient/1.0.0"
        archive = next((version / "bundle").glob("*.zip"))
        for form in (version, version / "bundle", archive):
            self.assertEqual(self.told(form), self.WANTED, form)
        self.release()
        later = self.out / "patient/1.1.0"
        self.assertEqual(self.told(version, later), self.WANTED)
        self.assertEqual(self.told("1.0.0", "1.1.0"), self.WANTED)
        self.assertEqual(self.told(later, version)[0], "major")
        other = run("diff", version, self.out / "therapist/1.0.0", root=self.root)
        self.assertEqual(other.returncode, 2)
        self.assertIn("different programmes or editions", other.stderr)

    def test_bundles_tell_right_answers_patterns_and_the_points_of_a_scale(self):
        for language in ("no", "sv"):
            self.edit(f"content/{language}/m1.md", "- [x] Spør {#ask}\n- [ ] Venter", "- [ ] Spør {#ask}\n- [x] Venter")
            self.edit(f"content/{language}/breath.md", "out=6 rounds=10", "out=5 rounds=11")
            self.edit(f"content/{language}/w01-rest.md", "- 0: ikke trøtt", "- 0: uthvilt")
        bump, changes = self.told(self.out / "therapist/1.0.0")
        self.assertEqual(bump, "major")
        for change in (("major", "right"), ("major", "pattern"), ("minor", "anchors")):
            self.assertIn(change, changes)

    def test_a_page_to_read(self):
        for args in ((), (self.out / "patient/1.0.0",)):
            page = self.andrum("diff", *args, "--format", "html").stdout
            self.assertIn("<p>Kroppen trenger <del>det.</del> <ins>det hver dag.</ins>", page)
            self.assertIn('<section lang="nb">', page)
            self.assertIn("<li><code>how</code> has a new option, <code>sit</code></li>", page)
            self.assertNotIn("Velkommen", page, "what has not changed is left out")
            self.assertNotRegex(page, r'(src|href)=')


if __name__ == "__main__":
    unittest.main()
