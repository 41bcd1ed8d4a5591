"""Translations that fall behind are seen: a source changes, `status` says so, `diff` shows the word, `accept` makes it current again."""

import json
import re
import unittest

from program import InGit, Whole, copy_project, files, run, write

PROGRAMME = """id: prove
version: 0.1.0
title: { no: Prøve, sv: Prov }
languages:
  no: { tag: nb }
  sv: { tag: sv }
editions:
  patient: { audiences: [patient] }
schedule: { unit: week, count: 10 }
facts: { weeks: 10 }
"""

NO = """---
id: limits
kind: theme
unit: 3
title: Når det blir for mye
summary: Du øver på å merke et tegn.
---

Ofte har kroppen sagt fra
lenge før, i {{facts.weeks}} uker.

- kjeve
- mage

Snakk med [behandleren](home.md) din.
"""

SV = """---
id: limits
kind: theme
unit: 3
title: När det blir för mycket
summary: Du övar på att märka ett tecken.
---

Ofta har kroppen sagt ifrån långt innan, i {{facts.weeks}} veckor.

- käke
- mage

Tala med din [behandlare](home.md).
"""

HOME = "---\nid: home\nkind: page\ntitle: {}\n{}---\n\n{}\n"
PAGE, TWIN = "content/no/weeks/limits.md", "content/sv/veckor/limits.md"


class Translations(InGit):
    def setUp(self):
        super().setUp()
        self.root = write(
            self.place / "project",
            {
                "programme.yaml": PROGRAMME,
                PAGE: NO.replace("home.md", "../home.md"),
                TWIN: SV.replace("home.md", "../home.md"),
                "content/no/home.md": HOME.format("Hjem", "", "Velkommen."),
                "content/sv/home.md": HOME.format("Hem", "translated: { from: no }\n", "Välkommen."),
            },
        )

    def state(self, page="limits", language="sv"):
        table = json.loads(self.andrum("translate", "status", "--format", "json").stdout)
        rows = [row for unit in table["units"] for row in unit["pages"] if row["id"] == page]
        self.assertEqual(len(rows), 1)
        return rows[0]["languages"][language]

    def accept(self, *args, code=0):
        return self.andrum("translate", "accept", *(args or ["limits", "--lang", "sv"]), code=code)

    def test_a_change_is_seen_shown_and_accepted(self):
        self.assertEqual(self.state()["state"], "unmarked")
        self.commit("Two pages")
        self.assertEqual(self.accept().stdout, f"{TWIN}\n")
        self.assertEqual(self.state()["state"], "current")
        self.assertEqual(self.state(language="no")["state"], "source")
        self.commit("Accepted")

        self.edit(PAGE, "kroppen sagt fra\nlenge før", "hodet **sagt**\nfra lenge før")
        self.edit(PAGE, "- mage\n", "- mage\n- nakke\n")
        self.git("mv", PAGE, "content/no/weeks/moved.md")
        self.commit("Another word, another place")
        cell = self.state()
        self.assertEqual((cell["state"], cell["from"]), ("stale", "no"))
        self.assertTrue(5 < cell["to_translate"] < cell["words"], cell)

        found = self.andrum("check", "--format", "json").stdout.splitlines()
        [stale] = [fault for fault in map(json.loads, found) if fault["lint"] == "stale-translation"]
        self.assertEqual((stale["level"], stale["file"]), ("warning", TWIN))
        self.assertEqual([(label["file"], label["line"]) for label in stale["related"]], [("content/no/weeks/moved.md", 9), ("content/no/weeks/moved.md", 14)])
        self.assertIn("error[stale-translation]", self.andrum("check", "--release", code=1).stdout)

        shown = self.andrum("translate", "diff", "limits").stdout
        self.assertIn("Ofte har [-kroppen sagt-] {+hodet **sagt**+} fra lenge før", shown)
        self.assertIn("content/no/weeks/moved.md:9", shown)
        self.assertIn(f"to {TWIN}:10", shown)
        self.assertIn("Ofta har kroppen sagt ifrån", shown)
        self.assertIn("{+- nakke+}", shown)
        self.assertIn(f"after {TWIN}:13", shown)
        self.assertIn("2026-02-03", shown)
        self.assertNotIn("Snakk med", shown)
        self.assertIn("\x1b[31", self.andrum("translate", "diff", "limits", "--color", "always").stdout)
        self.assertIn("{+- nakke+}", self.andrum("translate", "diff", TWIN).stdout)

        self.accept("limits")
        self.assertEqual(self.state()["state"], "current")
        self.assertIn("up to date", self.andrum("translate", "diff", "limits").stdout)

    def test_a_picture_that_changes_too_hides_nothing(self):
        picture = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="{}"/>'
        write(self.root, {"content/media/hand.svg": picture.format(1)})
        for path in (PAGE, TWIN):
            self.edit(path, "- mage\n", "- mage\n\n![](media/hand.svg)\n".replace("![]", "![Hand]"))
        self.accept()
        self.commit("Accepted")
        write(self.root, {"content/media/hand.svg": picture.format(2)})
        self.assertEqual(self.state()["state"], "stale")
        self.edit(PAGE, "kroppen", "hodet")
        self.assertIn("[-kroppen-] {+hodet+}", self.andrum("translate", "diff", "limits").stdout)

    def test_form_makes_nothing_stale(self):
        self.accept()
        for before, after in [
            ("kroppen sagt fra\nlenge", "kroppen *sagt* fra lenge"),
            ("[behandleren](../home.md)", "[[home|behandleren]]"),
            ("title: Når", "order: 2\ntitle: Når"),
        ]:
            self.edit(PAGE, before, after)
            self.assertEqual(self.state()["state"], "current", after)
        self.edit("content/no/home.md", "title: Hjem", "title: Velkommen hit")
        self.edit("programme.yaml", "weeks: 10", "weeks: 11")
        self.assertEqual(self.state()["state"], "current")

    def test_without_git_it_says_so(self):
        self.accept()
        self.edit(PAGE, "kroppen", "hodet")
        self.edit(PAGE, "- mage\n", "- mage\n- nakke\n")
        self.assertEqual(self.state()["state"], "stale")
        shown = self.andrum("translate", "diff", "limits").stdout
        self.assertIn("no git history", shown)
        self.assertIn(f"{PAGE}:14", shown)
        # Git is there, but what was translated was never committed.
        self.commit("Too late")
        self.assertIn("no version", self.andrum("translate", "diff", "limits").stdout)

    def test_accept_changes_nothing_else(self):
        for start, end in [("", "\n"), ("\ufeff", "\r\n")]:
            for header, want in [
                ("", 'translated: { from: no, at: "m1-HASH" }\n---'),
                ("translated: { from: no } # fra norsk\n", 'translated: { from: no, at: "m1-HASH" } # fra norsk\n---'),
                ("translated:\n    from: no\n", 'translated:\n    from: no\n    at: "m1-HASH"\n---'),
                ("translated: {at: 'm1-00000000', from: no}\nsources: [Bok]\n", 'translated: {at: "m1-HASH", from: no}\nsources: [Bok]\n---'),
            ]:
                text = SV.replace("home.md", "../home.md").replace("tecken.\n", f"tecken.\n{header}")
                write(self.root, {TWIN: (start + text).replace("\n", end)})
                (self.root / TWIN).chmod(0o640)
                self.accept()
                now = (self.root / TWIN).read_bytes().decode()
                want_text = (start + text).replace(f"{header}---\n\nOfta", f"{want}\n\nOfta").replace("\n", end)
                self.assertEqual(re.sub(r"m1-[0-9a-f]{8}", "m1-HASH", now), want_text)
                self.assertEqual((self.root / TWIN).stat().st_mode & 0o777, 0o640)
                self.assertEqual(self.state()["state"], "current")
                before = files(self.root)
                self.assertIn("1 were so already", self.accept().stderr)
                self.assertEqual(files(self.root), before, "what is current is not written again")

    def test_what_cannot_be_accepted_is_refused(self):
        before = files(self.root)
        self.assertIn("--from", self.accept("limits", code=1).stderr)
        self.assertIn("no page", self.accept("limit", code=2).stderr)
        self.assertIn("no language", self.accept("limits", "--lang", "da", code=2).stderr)
        self.assertEqual(files(self.root), before)
        self.edit(TWIN, "- käke", ":::refleksjon\n- käke")
        before = files(self.root)
        self.assertIn("has errors", self.accept(code=1).stderr)
        self.assertEqual(files(self.root), before)
        (self.root / TWIN).unlink()
        self.assertIn("missing", self.accept(code=1).stderr)
        self.assertEqual(self.state()["state"], "missing")

    def test_all_at_once(self):
        self.assertEqual(self.accept("--all", "--from", "no").stdout.split(), ["content/sv/home.md", TWIN])
        table = self.andrum("translate", "status")
        self.assertEqual(table.stderr, "")
        self.assertIn("100 %", table.stdout)
        self.assertNotIn("unmarked", table.stdout)
        columns = {line.index("up to date") for line in table.stdout.splitlines() if "up to date" in line}
        self.assertEqual(len(columns), 1, "the table's columns are aligned")
        self.counted(len(table.stdout.splitlines()), "lines of a table")


class TheProgrammeItself(Whole):
    def test_every_translation_is_up_to_date(self):
        root = copy_project(self.place / "project")
        table = json.loads(run("translate", "status", "--format", "json", root=root).stdout)
        cells = [(row["id"], code, cell["state"]) for unit in table["units"] for row in unit["pages"] for code, cell in row["languages"].items()]
        self.none([cell for cell in cells if cell[2] not in ("source", "current")], "pages are not up to date")
        self.counted(len(cells), "pages in their languages")


if __name__ == "__main__":
    unittest.main()
