"""Beginning a page: `andrum new` on disk, and the tasks that an editor runs."""

import json
import pathlib
import re
import shlex
import subprocess
import unittest

from program import ANDRUM, ROOT, Whole, copy_project, files, run, write

KINDS = ["theme", "reflection", "exercise", "session", "module", "page", "pathway", "plan", "fragment"]


class Begun(Whole):
    def project(self):
        """The repository's programme with two weeks more than are written."""
        root = copy_project(self.place / "programmet på øya")
        programme = root / "programme.yaml"
        text = programme.read_text("utf-8")
        self.assertIn("\n  count: 10\n", text)
        programme.write_text(text.replace("\n  count: 10\n", "\n  count: 12\n"), "utf-8")
        return root

    def ends(self, code, *args, root, **environment):
        done = run(*args, root=root, **environment)
        self.assertEqual(done.returncode, code, f"{args}: {done.stdout}{done.stderr}")
        return done


class New(Begun):
    def test_a_page_of_every_kind_passes_check_and_build(self):
        root = self.project()
        before = files(root)
        for kind in KINDS:
            done = self.ends(0, "new", kind, f"w12-{kind}", root=root)
            written = done.stdout.splitlines()
            self.assertEqual([pathlib.Path("/", path).is_file() for path in written], [True, True], done.stdout)
            self.assertIn("andrum check", done.stderr)
        self.assertIn("w12-module", done.stderr + self.ends(0, "new", "module", "w12-module-b", root=root).stderr)
        after = files(root)
        self.assertEqual({path: after[path] for path in before}, before)
        self.counted(len(after) - len(before), "new files")
        self.assertEqual(len(after) - len(before), 2 * len(KINDS) + 2)
        self.ends(0, "check", root=root)
        self.ends(0, "build", root=root)
        self.assertTrue(list((root / "dist" / "patient").glob("*/sv/w12-theme/index.html")))

    def test_a_refusal_writes_nothing_and_says_why(self):
        root = self.project()
        (root / "content/sv/weeks/12/w12-rest.md").mkdir(parents=True)
        before = files(root)
        refused = {
            "theme": ["new", "uketema", "w12-x"],
            "w12-hvile": ["new", "page", "W12 Hvile"],
            "content/no/weeks/03/w03-limits.md:2:5": ["new", "page", "w03-limits"],
            "no, sv": ["new", "page", "x", "--lang", "nb"],
            "--unit": ["new", "reflection", "x"],
            "12": ["new", "theme", "x", "--unit", "13"],
            "content/no/weeks/03/w03-limits.md:": ["new", "theme", "x", "--unit", "3"],
            "w12-rest.md": ["new", "theme", "w12-rest"],
        }
        for said, args in refused.items():
            done = self.ends(2, *args, root=root)
            self.assertIn(said, done.stderr)
            self.assertEqual(done.stdout, "")
        self.assertEqual(files(root), before)
        write(root, {"programme.yaml": "id: [\n"})
        self.assertIn("yaml-syntax", self.ends(1, "new", "page", "x", root=root).stderr)
        self.counted(len(refused), "refusals")

    def test_paths_hold_where_the_author_stands(self):
        root = self.project()
        here = root / "content"
        done = subprocess.run([ANDRUM, "new", "page", "work", "--lang", "sv", "--title", "Jobbet: en plan", "--quiet"], cwd=here, capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        [path] = done.stdout.splitlines()
        self.assertIn('title: "Jobbet: en plan"', (here / path).read_text(encoding="utf-8"))

    def test_it_speaks_the_language_of_the_author(self):
        said = {language: self.ends(0, "new", "page", f"work-{language}", "--messages", language, root=self.project_once()).stderr for language in ("no", "sv", "en")}
        self.assertEqual(len(set(said.values())), 3, said)

    def project_once(self):
        self.root = getattr(self, "root", None) or self.project()
        return self.root


class Readme(Begun):
    def test_the_first_page_goes_as_the_readme_says(self):
        text = (ROOT / "README.md").read_text(encoding="utf-8").split("## Writing your first page")[1].split("\n## ")[0]
        blocks = re.findall(r"```\w+\n(.*?)```", text, re.S)
        command, sentence, said = blocks
        root = self.project()
        args = shlex.split(command.removeprefix("cargo run --release -- "))
        written = self.ends(0, *args, root=root).stdout
        path = root / re.search(r"content/no/\S+", text).group().strip("`")
        self.assertIn(str(path), "/" + written)
        page = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"<!--.*?-->\n", sentence, page, count=1), encoding="utf-8")
        self.assertEqual(self.ends(1, "check", root=root).stdout.strip(), said.strip())


class Editor(Whole):
    def test_the_check_task_finds_the_place_of_every_fault(self):
        tasks = {task["label"]: task for task in json.loads((ROOT / ".vscode/tasks.json").read_text())["tasks"]}
        task = tasks["andrum: check"]
        root = copy_project(self.place / "p")
        write(root, {"content/no/work.md": "---\nid: work\nkind: page\ntitle: Jobb\n---\n[[nowhere]]\n"})
        places = set()
        for language in ("no", "sv", "en"):
            lines = run(*task["args"], "--messages", language, root=root).stdout.splitlines()
            for matcher in task["problemMatcher"]:
                first, second = (re.compile(pattern["regexp"]) for pattern in matcher["pattern"])
                for line, after in zip(lines, lines[1:]):
                    head, place = first.match(line), second.match(after)
                    if head and place:
                        places.add((language, matcher["severity"], head.group(1), *place.groups()))
        wanted = {(language, "error", "broken-link", "content/no/work.md", "6", "3") for language in ("no", "sv", "en")}
        wanted |= {(language, "warning", "missing-translation", "content/no/work.md", "4", "8") for language in ("no", "sv", "en")}
        self.assertLessEqual(wanted, places)
        self.counted(len(places), "faults placed")


if __name__ == "__main__":
    unittest.main()
