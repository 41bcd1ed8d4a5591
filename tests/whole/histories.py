"""Twelve histories of edits: what each asks of the version, with its reasons, in whatever order and form its files are written."""

import unittest

from program import run, write
from releasable import DRAWING, Releasable

# What was done to both languages; the part of the version that it asks for, and the reasons.
PATCH, MINOR, MAJOR = "patch", "minor", "major"


class Histories(Releasable):
    def both(self, path, before, after):
        for language in ("no", "sv"):
            self.edit(f"content/{language}/{path}.md", before, after)

    def retire(self, row):
        lock = self.root / "programme.lock"
        lock.write_text(lock.read_text().replace("retired: {}", f"retired: {{ {row} }}"))

    def typo(self):
        self.both("w02-later", "Les når du vil.", "Les når du vil det.")

    def moved_page(self):
        for language in ("no", "sv"):
            folder = self.root / f"content/{language}/uke 2 æøå"
            folder.mkdir()
            (folder.parent / "w02-later.md").rename(folder / "senere.md")

    def renamed_heading(self):
        self.both("w01-rest", "## Hvorfor hvile?", "## Derfor hviler vi")

    def reordered_options(self):
        self.both("w01-rest", "- Ligge {#lie}\n- Gå {#walk}", "- Gå {#walk}\n- Ligge {#lie}")

    def scale_widened(self):
        self.both("w01-rest", "{#tired}\n- 0: ikke trøtt\n- 10:", "{#tired to=20}\n- 0: ikke trøtt\n- 20:")

    def id_removed(self):
        self.both("w01-rest", ":::reflection[Når hvilte du sist?]{#last minutes=5 share=private}\nSkriv om det.\n:::\n\n", "")

    def id_retired_and_replaced(self):
        self.both("w01-rest", "{#last minutes=5", "{#lately minutes=5")
        self.retire("last: { replaced_by: lately }")

    def task_made_shared(self):
        self.both("w01-rest", "{#last minutes=5 share=private}", "{#last minutes=5 share=therapist}")

    def week_moved(self):
        self.both("w01-rest", "unit: 1", "unit: 3")
        self.both("w02-later", "unit: 2", "unit: 1")
        self.both("w01-rest", "unit: 3", "unit: 2")

    def quiz_pass_mark(self):
        self.both("m1", "pass=80", "pass=60")

    def translation_only(self):
        self.edit("content/sv/w02-later.md", "Les når du vil.", "Läs när du vill.")

    def media_only(self):
        write(self.root, {"content/media/stol.svg": DRAWING.replace("Stol", "En stol")})

    HISTORIES = {
        "a typo": (typo, PATCH, [(PATCH, "words")]),
        "a moved page": (moved_page, PATCH, []),
        "a renamed heading": (renamed_heading, PATCH, [(PATCH, "words")]),
        "reordered options": (reordered_options, PATCH, [(PATCH, "words")]),
        "a scale widened": (scale_widened, MAJOR, [(MAJOR, "scale"), (MINOR, "anchors"), (PATCH, "words")]),
        "an id removed": (id_removed, MAJOR, [(MAJOR, "task-gone"), (PATCH, "words")]),
        "an id retired and replaced": (id_retired_and_replaced, MINOR, [(MINOR, "task-added"), (MINOR, "task-replaced"), (PATCH, "words")]),
        "a task made shared": (task_made_shared, MAJOR, [(MAJOR, "task-shared"), (PATCH, "words")]),
        # The week is part of what a page says: those who approved it are asked again.
        "a week moved": (week_moved, PATCH, [(PATCH, "page-unit"), (PATCH, "page-unit"), (PATCH, "words"), (PATCH, "words")]),
        "the pass mark of a quiz": (quiz_pass_mark, MAJOR, [(MAJOR, "pass"), (PATCH, "words")]),
        "a translation only": (translation_only, PATCH, [(PATCH, "words")]),
        "media only": (media_only, PATCH, [(PATCH, "words")]),
    }

    # Saved answers would be lost or read as something else: there is a way out, and it is not a larger version.
    ORPHANED = ["a scale widened", "an id removed", "a task made shared"]

    def test_what_each_history_asks_for(self):
        self.release()
        self.git("tag", "began")
        for name, (edit, bump, changes) in self.HISTORIES.items():
            with self.subTest(name):
                edit(self)
                self.assertEqual(self.told(), (bump, sorted(changes)))
                self.scramble()
                self.assertEqual(self.told(), (bump, sorted(changes)), "in another form")
                # A release makes just that version, or is refused where an answer would be orphaned.
                self.git("checkout", "-q", "--", ".")
                self.git("clean", "-fdq")
                edit(self)
                run("approve", "--all", "--role", "clinical", "--by", "Kari", root=self.root)
                self.commit(name)
                if name in self.ORPHANED:
                    self.assertRegex(self.release(code=1).stderr, r"error\[(removed-id|changed-answer|shared-later)\]")
                else:
                    self.release()
                    version = {PATCH: "1.0.1", MINOR: "1.1.0", MAJOR: "2.0.0"}[bump]
                    self.assertEqual(self.read("versions.json")["versions"][0]["version"], version)
                    self.git("tag", "-d", f"prove-{version}")
            self.git("reset", "-q", "--hard", "began")
            self.git("clean", "-fdq")
            self.out = self.place / f"ut {name}"
            self.release()
        self.counted(len(self.HISTORIES), "histories")

    def scramble(self):
        """Other file names, Windows line ends, keys in another order: nothing that says anything."""
        for at, path in enumerate(sorted((self.root / "content").glob("*/*.md"))):
            head, body = path.read_text()[4:].split("\n---\n", 1)
            lines = "\r\n".join(reversed(head.split("\n")))
            path.unlink()
            text = f"---\r\n{lines}\r\n---\r\n" + body.replace("\n", "\r\n")
            path.with_name(f"{99 - at} side.md").write_bytes(text.encode())


if __name__ == "__main__":
    unittest.main()
