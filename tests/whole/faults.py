"""What happens when something is wrong: exit codes, what is said and where, and that nothing is half done."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest
import urllib.parse

import jsonschema
import yaml

from program import ANDRUM, ROOT, Whole, build, copy_project, files, run, write

PROGRAMME = """id: prove
version: 0.1.0
title: { no: Prøve }
languages: { no: { tag: nb } }
editions:
  patient: { audiences: [patient] }
schedule: { unit: week, count: 1 }
outputs: [site, bundle]
"""


def page(id, body="Ord.", front=""):
    return f"---\nid: {id}\nkind: page\ntitle: Tittel\n{front}---\n\n{body}\n"


# The pages that patients must have, so that nothing is said of them.
NEEDED = {f"content/no/{id}.md": page(id) for id in ("crisis", "privacy", "accessibility")}
GOOD = {"programme.yaml": PROGRAMME, **NEEDED, "content/no/home.md": page("home"), "content/no/nr 2, æøå.md": page("to", "Se [[home]].")}
# Faults of several kinds, in files whose names need care.
FAULTY = {
    **GOOD,
    "content/no/nr 2, æøå.md": page("to", "Æ ø å: se [[borte]].\n\n:::reflection[Æ]{#æ share=private}\nOrd.\n:::"),
    "content/no/100 %: x.md": page("tre", "Ord.", "summery: x\n"),
}


def sarif_schema():
    """OASIS's schema of SARIF 2.1.0, out of the package that tests/whole/sarif pins."""
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--manifest-path", ROOT / "tests/whole/sarif/Cargo.toml"]
    packages = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["packages"]
    [package] = [package for package in packages if package["name"] == "serde-sarif"]
    return json.loads((pathlib.Path(package["manifest_path"]).parent / "src/schema.json").read_text(encoding="utf-8"))


class Yaml(yaml.SafeLoader):
    """YAML 1.2 as andrum reads it: `no` is a word, and so is a date."""


Yaml.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Yaml.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))


class Faults(Whole):
    def project(self, tree=None, name="prosjekt nr. 2 æøå"):
        return write(self.place / name, tree or GOOD)

    def said(self, root, *args):
        """What `check --format json` says."""
        done = run("check", "--format", "json", *args, root=root)
        return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]

    def ends(self, code, *args, root=None, say="", **environment):
        done = run(*args, root=root, **environment)
        self.assertEqual(done.returncode, code, f"{args}:\n{done.stdout}{done.stderr}")
        self.assertIsNotNone(re.search(say, done.stderr), f"{say!r} is not in:\n{done.stderr}")
        self.assertNotIn("panicked", done.stderr)
        return done


class InTheContent(Faults):
    def test_a_fault_ends_with_1_and_writes_nothing(self):
        faulty = {
            "content": {**GOOD, "content/no/home.md": page("home", "[[borte]]")},
            "programme.yaml": {**GOOD, "programme.yaml": PROGRAMME.replace("version", "versjon")},
            "a template": {**GOOD, "themes/default/page.html": "{{ no_such_variable }}"},
            "a template's form": {**GOOD, "themes/default/page.html": "{% if %}"},
            "a word": {**GOOD, "i18n/no/site.ftl": "minutes = {"},
        }
        for name, tree in faulty.items():
            with self.subTest(name):
                root, out = self.project(tree, name), self.place / f"{name} dist"
                self.ends(1, "check", root=root)
                self.ends(1, "build", "--out", out, root=root)
                self.assertFalse(out.exists(), f"stands: {[str(path) for path in out.rglob('*')]}")
        self.counted(len(faulty), "kinds of fault")

    def test_what_stood_stands_as_it_was(self):
        root, out = self.project(), self.place / "dist"
        build(root, out)
        before = files(out)
        for tree in (FAULTY, {"themes/default/page.html": "{{ no_such_variable }}"}):
            write(root, tree)
            self.ends(1, "build", "--out", out, root=root)
            self.assertEqual(files(out), before)
            write(root, GOOD)
        self.counted(len(before), "files as they were")

    def test_a_fault_stands_at_its_own_words(self):
        root = self.project(FAULTY)
        code, faults = self.said(root)
        self.assertEqual(code, 1)
        words = {}
        for fault in faults:
            lines = (root / fault["file"]).read_text(encoding="utf-8").split("\n")
            self.assertEqual(fault["line"], fault["end_line"])
            words[fault["lint"]] = lines[fault["line"] - 1][fault["column"] - 1:fault["end_column"] - 1]
        self.assertEqual(words, {"broken-link": "borte", "malformed-id": "æ", "unknown-key": "summery"})
        self.counted(len(faults), "faults at their words")

    def test_a_template_that_names_an_unknown_variable_is_reported_at_its_line(self):
        # Templates that are filled themselves, extended and taken in; early in the file and at its end.
        places = [("page.html", "<h1"), ("page.html", "</main>"), ("base.html", "</footer>"), ("units.html", "{% if units"), ("choose.html", "</main>")]
        for name, before in places:
            with self.subTest(f"{name} before {before}"):
                lines = (ROOT / "themes/default" / name).read_text(encoding="utf-8").split("\n")
                at = next(at for at, line in enumerate(lines) if before in line)
                lines[at:at] = ["", "<p>{{ borte }}</p>"]
                template = f"themes/default/{name}"
                root = self.project({**GOOD, template: "\n".join(lines)}, f"{name}{places.index((name, before))}")
                code, [fault] = self.said(root)
                self.assertEqual((code, fault["lint"], fault["file"], fault["line"]), (1, "template", template, at + 2), fault["message"])
                told = self.ends(1, "build", "--out", self.place / "dist", root=root).stderr
                self.assertIn(f"{template}:{at + 2}:", told)
        self.counted(len(places), "faults in templates")

    def test_a_link_out_of_the_project_is_reported_and_not_read(self):
        outside = write(self.place / "utenfor", {"hemmelig.md": page("hemmelig", "HEMMELIG"), "bilde.svg": "<svg>HEMMELIG</svg>"})
        links = {
            "content/no/lenke.md": outside / "hemmelig.md",
            "content/no/mappe": outside,
            "content/media/bilde.svg": outside / "bilde.svg",
            "content/no/borte.md": outside / "finnes-ikke.md",
            "content/no/ring.md": self.place / "prosjekt nr. 2 æøå/content/no/ring.md",
            "themes/default/rows.html": outside / "hemmelig.md",
        }
        root = self.project()
        for path, target in links.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).symlink_to(target)
        code, faults = self.said(root)
        self.assertEqual(code, 1)
        self.assertEqual({fault["file"] for fault in faults if fault["lint"] == "external-resource"}, set(links))
        for format in ("text", "json", "sarif", "github"):
            self.assertNotIn("HEMMELIG", run("check", "--format", format, root=root).stdout)
        # A link that stays inside is a file like any other.
        for path in links:
            (root / path).unlink()
        (root / "content/no/inne.md").symlink_to(write(root / "content", {"ekte.md": page("inne")}) / "ekte.md")
        build(root, self.place / "dist")
        self.assertTrue(list((self.place / "dist").glob("patient/*/no/inne/index.html")))
        self.counted(len(links), "links out")

    def test_fixes_are_made_and_the_rest_is_told(self):
        root = self.project(FAULTY)
        self.ends(1, "check", "--fix", root=root)
        self.assertIn("summary: x", (root / "content/no/100 %: x.md").read_text())
        self.assertEqual([fault["lint"] for fault in self.said(root)[1] if fault["fix"]], [])
        self.none([path for path in root.rglob("*andrum-fix*")], "leavings")


class InTheUse(Faults):
    def test_wrong_use_ends_with_2_and_says_why(self):
        root, empty = self.project(), self.place / "tom"
        empty.mkdir()
        wrong = [
            ((), "Usage"),
            (("bygg",), "bygg"),
            (("build", "--utgave", "patient"), "--utgave"),
            (("check", "--format", "xml"), "json"),
            (("schema", "side"), "programme"),
            (("build", "--root", self.place / "borte"), "no such folder"),
            (("check", "--root", empty), r"programme\.yaml"),
            (("build", "--root", empty), r"programme\.yaml"),
            (("build", "--root", root, "--only", "epub"), "site, bundle"),
            (("build", "--root", root, "--edition", "pasient"), "patient"),
            (("build", "--root", root, "--lang", "nb"), "no"),
            (("explain", "broken-lnk"), "broken-link"),
        ]
        for args, say in wrong:
            with self.subTest(args):
                done = self.ends(2, *args, say=say)
                self.assertEqual(done.stdout, "")
        self.assertFalse((root / "dist").exists() or (empty / "dist").exists())
        for args in (("--help",), ("--version",), ("build", "--help")):
            self.assertEqual(self.ends(0, *args).stderr, "")
        self.counted(len(wrong), "ways to use it wrongly")

    def test_it_is_found_from_below_and_not_from_outside(self):
        root = self.project()
        inside = subprocess.run([ANDRUM, "check"], cwd=root / "content/no", capture_output=True, text=True)
        self.assertEqual(inside.returncode, 0, inside.stderr)
        outside = subprocess.run([ANDRUM, "check"], cwd=self.place, capture_output=True, text=True)
        self.assertEqual(outside.returncode, 2, outside.stderr)
        self.assertRegex(outside.stderr, r"programme\.yaml.*--root")

    def test_a_reader_that_leaves_is_no_ones_fault(self):
        root = self.project(FAULTY)
        for args in (("check",), ("schema", "bundle"), ("explain",)):
            reading, writing = os.pipe()
            os.close(reading)
            done = subprocess.run([ANDRUM, *args, "--root", root], stdout=writing, stderr=subprocess.PIPE, text=True)
            os.close(writing)
            self.assertIn(done.returncode, (0, 1), done.stderr)
            self.assertNotIn("panicked", done.stderr)

    def test_paths_with_spaces_and_letters(self):
        root, out = self.project(), self.place / "ut og bort ÆØÅ ö"
        done = build(root, out)
        self.assertEqual(done.stdout.splitlines(), [str(out / "patient/0.1.0-dev"), str(out / "internal/0.1.0-dev")])
        self.assertTrue((out / "patient/0.1.0-dev/no/to/index.html").is_file())

    def test_it_builds_without_git(self):
        done = self.ends(0, "build", "--out", self.place / "dist", root=self.project(), PATH=str(self.place))
        self.assertIn("0.1.0-dev", done.stdout)


class InTheMachine(Faults):
    def test_no_folder_to_write_to(self):
        root = self.project()
        file = write(self.place, {"en fil": "x"}) / "en fil"
        for out in (file, file / "dist"):
            done = self.ends(2, "build", "--out", out, root=root, say=re.escape(str(file)))
            self.assertEqual(done.stdout, "")
        self.assertEqual(file.read_text(), "x")

    def test_a_folder_that_may_not_be_written(self):
        root = copy_project(self.place / "prosjekt")
        out = self.place / "låst"
        out.mkdir()
        out.chmod(0o555)
        self.place.chmod(0o755)
        command = [ANDRUM, "build", "--root", root, "--out", out]
        if os.geteuid() == 0:
            # Root may write anywhere; another user may not, and needs a program that it may read.
            program = shutil.copy(ANDRUM, self.place / "andrum")
            command, other = [program, *command[1:]], {"user": 65534, "group": 65534, "extra_groups": []}
        else:
            other = {}
        done = subprocess.run(command, capture_output=True, text=True, cwd="/", env={"LC_ALL": "C"}, **other)
        self.assertEqual(done.returncode, 2, done.stdout + done.stderr)
        self.assertRegex(done.stderr, "(?s)låst.*--out")
        self.assertEqual(list(out.iterdir()), [])
        out.chmod(0o755)

    def test_no_room_is_left(self):
        root, disk = copy_project(self.place / "prosjekt"), self.place / "disk"
        disk.mkdir()
        out = disk / "dist"
        # In a name space of its own, so that the small disk is gone with it whatever happens.
        script = """
            set -eu
            mount -t tmpfs -o size="$SIZE" andrum "$DISK"
            "$ANDRUM" build --quiet --root "$HERE" --out "$OUT" --edition patient
            (cd "$OUT" && find . -type f | sort | xargs sha256sum) > "$DISK.before"
            ended=0
            "$ANDRUM" build --root "$HERE" --out "$OUT" || ended=$?
            (cd "$OUT" && find . -type f | sort | xargs sha256sum) > "$DISK.after"
            (cd "$OUT" && ls -A) > "$DISK.editions"
            exit $((ended + 40))
        """
        size = sum(len(data) for data in self.patient(root).values())
        around = {**os.environ, "LC_ALL": "C", "ANDRUM": ANDRUM, "HERE": str(root), "DISK": str(disk), "OUT": str(out), "SIZE": str(int(size * 1.6))}
        ways = [["unshare", "--mount"], ["unshare", "--map-root-user", "--mount"]][os.geteuid() != 0:]
        for way in ways:
            done = subprocess.run([*way, "sh", "-c", script], capture_output=True, text=True, env=around)
            if done.returncode >= 40:
                break
        else:
            # No disk of our own can be had here: the largest file a process may write stands for a full disk.
            print(f"  no small disk ({done.stderr.strip().splitlines()[-1:]}): a limit on files instead", file=sys.stderr)
            return self.no_room_by_limit(root)
        self.assertEqual(done.returncode, 42, done.stdout + done.stderr)
        self.assertRegex(done.stderr, "no room left.*--out")
        after = pathlib.Path(f"{disk}.after").read_text()
        self.assertEqual(pathlib.Path(f"{disk}.before").read_text(), after)
        self.assertEqual(pathlib.Path(f"{disk}.editions").read_text(), "patient\n")
        self.counted(after.count("\n"), "files as they were on a full disk")

    def patient(self, root):
        build(root, self.place / "mål", "--edition", "patient")
        return files(self.place / "mål")

    def no_room_by_limit(self, root):
        import resource
        import signal

        def limited():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        out = self.place / "dist"
        done = subprocess.run([ANDRUM, "build", "--root", root, "--out", out], capture_output=True, text=True, preexec_fn=limited)
        self.assertEqual(done.returncode, 2, done.stdout + done.stderr)
        self.assertEqual(files(out) if out.exists() else {}, {})


class Formats(Faults):
    def test_every_format_says_the_same(self):
        root = self.project({**FAULTY, "content/no/uten.md": page("uten", "![](x.svg)")})
        code, faults = self.said(root)
        self.assertEqual(code, 1)
        sarif = json.loads(self.ends(1, "check", "--format", "sarif", root=root).stdout)
        judge = jsonschema.Draft7Validator(sarif_schema())
        self.assertEqual([fault.message for fault in judge.iter_errors(sarif)], [])
        broken = json.loads(json.dumps(sarif).replace('"error"', '"fault"'))
        self.assertNotEqual([fault.message for fault in judge.iter_errors(broken)], [], "the schema lets anything pass")
        [sarif_run] = sarif["runs"]
        rules = [rule["id"] for rule in sarif_run["tool"]["driver"]["rules"]]
        results = []
        for result in sarif_run["results"]:
            place = result["locations"][0]["physicalLocation"]
            uri = place["artifactLocation"]["uri"]
            self.assertRegex(uri, r"^[A-Za-z0-9/._~%!$&'()*+,;=@-]+$", "not an address")
            self.assertEqual(rules[result["ruleIndex"]] if "ruleIndex" in result else result["ruleId"], result["ruleId"])
            self.assertIn(result["ruleId"], rules)
            region = place["region"]
            results.append((result["ruleId"], result["level"], urllib.parse.unquote(uri), region["startLine"], region["startColumn"], result["message"]["text"].split("\n")[0]))
        wanted = [(it["lint"], it["level"], it["file"], it["line"], it["column"], it["message"]) for it in faults]
        self.assertEqual([row[:5] for row in results], [row[:5] for row in wanted])
        for (*_, shown), (*_, message) in zip(results, wanted):
            self.assertTrue(shown.startswith(message), (shown, message))
        lines = self.ends(1, "check", "--format", "github", root=root).stdout.splitlines()
        unescape = lambda text: text.replace("%2C", ",").replace("%3A", ":").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
        shown = []
        for line in lines:
            level, facts = re.fullmatch(r"::(error|warning|notice) ([^:]*)::.+", line).groups()
            facts = {key: unescape(value) for key, value in (fact.split("=", 1) for fact in facts.split(","))}
            shown.append((level, facts["file"], int(facts["line"]), int(facts["col"])))
        self.assertEqual(shown, [(it["level"], it["file"], it["line"], it["column"]) for it in faults])
        text = self.ends(1, "check", root=root).stdout
        for fault in faults:
            self.assertIn(f"{fault['level']}[{fault['lint']}]: {fault['message']}", text)
            self.assertIn(f"{fault['file']}:{fault['line']}:{fault['column']}", text)
        self.assertNotIn("\x1b", text)
        self.counted(len(faults), "faults in four formats")

    def test_nothing_found_is_said_in_every_format(self):
        root = self.project()
        self.assertEqual(self.said(root), (0, []))
        self.assertEqual(json.loads(self.ends(0, "check", "--format", "sarif", root=root).stdout)["runs"][0]["results"], [])
        self.assertEqual(self.ends(0, "check", "--format", "github", root=root).stdout, "")

    def test_messages_come_in_three_languages(self):
        root = self.project(FAULTY)
        said = {language: [fault["message"] for fault in self.said(root, "--messages", language)[1]] for language in ("no", "sv", "en")}
        for no, sv, en in zip(*said.values(), strict=True):
            self.assertEqual(len({no, sv, en}), 3, (no, sv, en))
        self.assertEqual(json.loads(run("check", "--format", "json", root=root, LC_ALL="", LC_MESSAGES="", LANG="nb_NO.UTF-8").stdout.splitlines()[0])["message"], said["no"][0])
        self.counted(len(said["no"]), "messages in three languages")


class Manual(Faults):
    def test_every_lint_is_explained_in_three_languages(self):
        lints = self.ends(0, "explain").stdout.split()
        self.assertEqual(len(lints), len(set(lints)))
        for lint in lints:
            texts = [self.ends(0, "explain", lint, "--messages", language).stdout for language in ("no", "sv", "en")]
            for text in texts:
                self.assertRegex(text, rf"\A# .*{lint}", lint)
                self.assertGreater(len(text.split()), 20, f"{lint}: {text}")
            self.assertEqual(len(set(texts)), 3, f"{lint}: the same in two languages")
        self.counted(len(lints), "lints")

    def test_the_schemas_hold_the_content(self):
        schemas = {}
        for of in ("page", "programme", "bundle"):
            schemas[of] = json.loads(self.ends(0, "schema", of).stdout)
            jsonschema.validators.validator_for(schemas[of]).check_schema(schemas[of])
        # Editors' plug-ins for headers read draft 7.
        self.assertEqual([schemas[of]["$schema"] for of in ("page", "programme")], 2 * ["http://json-schema.org/draft-07/schema#"])
        judge = {of: jsonschema.validators.validator_for(schema)(schema) for of, schema in schemas.items()}
        faults, pages, known = [], 0, set(schemas["page"]["properties"])
        for path in sorted((ROOT / "content").rglob("*.md")):
            text = path.read_text(encoding="utf-8")
            front = yaml.load(text.split("---\n", 2)[1], Yaml)
            faults += [f"{path}: {error.json_path} {error.message}" for error in judge["page"].iter_errors(front)]
            pages += 1
            for broken in ({**front, "id": "Ikke en id"}, {**front, "kind": "side"}, {**front, "minutes": "mange"}, {**front, "ukjent": 1},
                           {**front, "title": " "}, {**front, "unit": 0}, {**front, "unit": "3"}, {**front, "draft": "ja"}, {**front, "audience": ["pasient"]},
                           {**front, "id": "a" * 65}, {**front, "review_by": "2026-13-01"}, {**front, "review_by": "1. mars"}, {**front, "translated": "no"},
                           {**front, "translated": {"at": "m1-0"}}, {**front, "approved": {"role": "clinical"}}, {**front, "approved": [{"role": "clinical"}]},
                           *({key: value for key, value in front.items() if key != gone} for gone in ("id", "kind", "title"))):
                self.assertFalse(judge["page"].is_valid(broken), broken)
            approved = [{"role": "clinical", "by": "K", "date": "2026-02-11", "at": "m1-0"}]
            self.none(judge["page"].iter_errors({**front, "translated": {"from": "no", "at": "m1-0"}, "approved": approved, "review_by": "2027-01-31"}), "faults in what the tool writes")
        self.none(faults, "faults in front matter against the schema")
        self.assertGreater(len(known), 9)
        self.none([key for key, row in schemas["page"]["properties"].items() if "description" not in row], "keys that say nothing")
        header = {"id": "a", "title": "A"}
        lacking = {"theme": {}, "reflection": {}, "exercise": {}, "session": {"minutes": 5}, "module": {"minutes": 5}}
        for kind, rest in lacking.items():
            self.assertFalse(judge["page"].is_valid({**header, "kind": kind, **rest}), kind)
        for kind, rest in {"theme": {"unit": 1}, "reflection": {"unit": 1}, "exercise": {"minutes": 5}, "session": {"minutes": 5, "contact": "start"},
                           "module": {"minutes": 5, "outcomes": [{"id": "o1", "text": "T"}]}, "page": {}, "pathway": {}, "plan": {}, "fragment": {}}.items():
            self.none(judge["page"].iter_errors({**header, "kind": kind, **rest}), f"faults in a {kind}")
        programme = yaml.load((ROOT / "programme.yaml").read_text(encoding="utf-8"), Yaml)
        self.none([f"{error.json_path} {error.message}" for error in judge["programme"].iter_errors(programme)], "faults in programme.yaml")
        for broken in ({**programme, "version": "1"}, {**programme, "editions": {"patient": {"audiences": ["alle"]}}}, {**programme, "ukjent": 1}):
            self.assertFalse(judge["programme"].is_valid(broken))
        self.counted(pages, "pages' front matter")


if __name__ == "__main__":
    unittest.main()
