"""A role approves what a page says: `approve` writes it down, `check` holds the page to it, and a word that changes asks again."""

import json
import re
import unittest

from program import Whole, build, run, write

PROGRAMME = """id: prove
version: 0.1.0
title: { no: Prøve, sv: Prov }
languages:
  no: { tag: nb }
  sv: { tag: sv }
editions:
  patient: { audiences: [patient] }
schedule: { unit: week, count: 10 }
approvals: [clinical, editorial]
"""

PAGE = "---\nid: {}\nkind: {}\ntitle: {}\n{}---\n\n{}\n"
REST, VILA, HOME = "content/no/rest.md", "content/sv/vila.md", "content/no/home.md"
BY = 'Åse "Lege" Øverås'
ROW = re.compile(r'\{ role: (\w+), by: "Åse \\"Lege\\" Øverås", date: \d{4}-\d\d-\d\d, at: "m1-[0-9a-f]{8}" \}')


class Approvals(Whole):
    def setUp(self):
        super().setUp()
        self.root = write(
            self.place / "project",
            {
                "programme.yaml": PROGRAMME,
                HOME: PAGE.format("home", "page", "Hjem", "", "Velkommen til [[rest]]."),
                "content/sv/home.md": PAGE.format("home", "page", "Hem", "translated: { from: no }\n", "Välkommen till [[rest]]."),
                REST: PAGE.format("rest", "page", "Hvile", "summary: Om hvile. # kort\n", "Ta en pause."),
                VILA: PAGE.format("rest", "page", "Vila", "translated: { from: no }\n", "Ta en paus.").replace("\n", "\r\n"),
                "content/no/later.md": PAGE.format("later", "page", "Senere", "draft: true\n", "Ikke ennå."),
            },
        )

    def approve(self, *args, role="clinical", code=0):
        done = run("approve", *args, "--role", role, "--by", BY, root=self.root)
        self.assertEqual(done.returncode, code, done.stderr)
        return done

    def said(self, lint):
        """What a release would say of approvals: pairs of file and message."""
        lines = run("check", "--release", "--format", "json", root=self.root).stdout.splitlines()
        return [(fault["file"], fault["message"]) for fault in map(json.loads, lines) if fault["lint"] == lint]

    def text(self, path):
        return (self.root / path).read_bytes().decode("utf-8")

    def test_what_was_read_is_written_down_and_held_to(self):
        before = {path: self.text(path) for path in (REST, VILA)}
        done = self.approve("rest")
        self.assertEqual(done.stdout.splitlines(), [REST, VILA])
        self.assertIn("2 texts are approved by clinical", done.stderr)
        for path, old in before.items():
            end = "\r\n" if path == VILA else "\n"
            now = self.text(path)
            [line] = [line for line in now.split(end) if line.startswith("approved:")]
            self.assertRegex(line, f"^approved: \\[ {ROW.pattern} \\]$")
            self.assertEqual(now.replace(line + end, "", 1), old, "something else changed")
        self.approve("home")
        self.assertEqual(self.said("approval-void"), [])
        self.assertEqual([message for _, message in self.said("approval-missing") if "clinical" in message], [])
        self.assertTrue([message for _, message in self.said("approval-missing") if "editorial" in message])

    def test_a_word_that_changes_asks_again_and_what_was_said_stays(self):
        self.approve("rest")
        (self.root / REST).write_text(self.text(REST).replace("en pause", "to pauser"), encoding="utf-8")
        [(file, _)] = self.said("approval-void")
        self.assertEqual(file, REST)
        self.assertEqual(self.approve("rest").stdout.splitlines(), [REST], "the other still holds")
        self.assertEqual(self.said("approval-void"), [])
        self.assertEqual(len(ROW.findall(self.text(REST))), 2)
        self.assertIn("No text was marked; 2 already were.", self.approve("rest").stderr)

    def test_rows_are_added_to_a_list_however_it_is_written(self):
        rows = [
            "approved: []\n",
            'approved: [ { role: editorial, by: Kari, date: 2026-01-01, at: "m1-00000000" } ]  # se sak 12\n',
            'approved:\n  - { role: editorial, by: Kari, date: 2026-01-01, at: "m1-00000000" } # se sak 12\n',
            'approved:\n- role: editorial\n  by: Kari\n  date: 2026-01-01\n  at: "m1-00000000" # se sak 12\nsummary: Om hvile.\n',
        ]
        for header in rows:
            old = PAGE.format("rest", "page", "Hvile", header, "Ta en pause.")
            (self.root / REST).write_text(old, encoding="utf-8")
            self.approve(REST, "--lang", "no")
            added = ROW.search(self.text(REST))
            self.assertTrue(added, header)
            self.assertEqual(self.text(REST).count("se sak 12"), old.count("se sak 12"))
            self.assertEqual([file for file, message in self.said("approval-void") if "clinical" in message], [])
        self.counted(len(rows), "ways to write a list")

    def test_an_edition_that_everyone_approved_says_nothing_of_approval(self):
        for role in ("clinical", "editorial"):
            self.approve("--all", role=role)
        self.assertEqual(self.said("approval-missing"), [])
        build(self.root, self.place / "dist")
        page = next((self.place / "dist").glob("patient/*/no/rest/index.html")).read_text(encoding="utf-8")
        self.assertNotIn("unapproved", page)
        self.assertNotIn("noindex", page)
        (self.root / REST).write_text(self.text(REST).replace("en pause", "to pauser"), encoding="utf-8")
        build(self.root, self.place / "dist")
        page = next((self.place / "dist").glob("patient/*/no/rest/index.html")).read_text(encoding="utf-8")
        self.assertIn("Ikke klinisk godkjent", page)
        self.assertIn("noindex", page)

    def test_refusals_say_what_to_do(self):
        before = {path: self.text(path) for path in (REST, VILA, HOME)}
        for args, code, words in [
            (("rset",), 2, "There is no page called `rset`. Did you mean `rest`?"),
            (("later",), 1, "is a draft"),
            (("rest", "--lang", "svv"), 2, "There is no language called `svv`; the programme has no, sv."),
        ]:
            self.assertIn(words, self.approve(*args, code=code).stderr)
        self.assertIn("`programme.yaml` asks clinical, editorial. Did you mean `clinical`?", self.approve("rest", role="clinicl", code=2).stderr)
        done = run("approve", "rest", "--role", "clinical", "--by", " ", root=self.root)
        self.assertEqual((done.returncode, "Say who approves it" in done.stderr), (2, True))
        (self.root / HOME).write_text(self.text(HOME) + "\n[[gone]]\n", encoding="utf-8")
        self.assertIn("has errors", self.approve("home", "--lang", "no", code=1).stderr)
        self.assertEqual({path: self.text(path) for path in (REST, VILA)}, {path: before[path] for path in (REST, VILA)})


if __name__ == "__main__":
    unittest.main()
