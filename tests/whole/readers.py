"""The two small readers of `clients/`: they read what is released, refuse what someone changed, and stand in the document as they are."""

import json
import os
import re
import resource
import subprocess
import sys
import unittest
import warnings
import zipfile

from program import ROOT, TARGET, files, run
from releasable import Releasable

DOCUMENT = (ROOT / "docs" / "bundle.md").read_text(encoding="utf-8")
PYTHON, RUST = ROOT / "clients" / "python" / "read.py", ROOT / "clients" / "rust" / "read.rs"
READERS = {
    "python": [sys.executable, str(PYTHON)],
    "rust": [os.environ.get("READER", str(TARGET / "release" / "examples" / "read"))],
}
UNITS = {
    "no": "1 Hvile\n  last: text\n  tired: number\n  how: options\n2 Senere\n",
    "sv": "1 Vila\n  last: text\n  tired: number\n  how: options\n2 Senere\n",
}
MANIFEST = "manifest.json"
# A page that every harm below is done to.
PAGE = "no/home.json"
# So much does a member swell to that someone blew up, and so much room does a reader get.
SWOLLEN, ROOM = 1 << 28, 3 << 26


def small():
    resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))


class Readers(Releasable):
    def setUp(self):
        super().setUp()
        warnings.filterwarnings("ignore", "Duplicate name")
        self.edit("content/sv/w01-rest.md", "title: Hvile", "title: Vila")
        self.settled()
        self.release()
        self.work = self.place / "leser" / "her"
        self.work.mkdir(parents=True)
        self.zip = next((self.out / "patient/1.0.0/bundle").glob("*.zip"))
        with zipfile.ZipFile(self.zip) as archive:
            self.members = [(name, archive.read(name)) for name in archive.namelist()]

    def read_with(self, reader, *args):
        """What a reader says, in a folder of its own and with no more room than it needs."""
        around = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
        command = [*READERS[reader], *map(str, args)]
        return subprocess.run(command, capture_output=True, encoding="utf-8", env=around, cwd=self.work, preexec_fn=small, timeout=60)

    def test_both_print_the_same_units_and_tasks(self):
        told = 0
        for bundle in sorted(self.out.glob("*/1.0.0/bundle/*.zip")):
            for args, wanted in (((), UNITS["no"]), (("no",), UNITS["no"]), (("sv",), UNITS["sv"])):
                for reader in READERS:
                    done = self.read_with(reader, bundle, *args)
                    self.assertEqual((done.returncode, done.stdout, done.stderr), (0, wanted, ""), f"{reader} {bundle.name} {args}")
                    told += 1
        self.counted(told, "readings")

    def test_the_signature_in_the_zip_is_checked_as_the_document_says(self):
        with zipfile.ZipFile(self.zip) as archive:
            archive.extractall(self.place / "tatt ut", [MANIFEST, "manifest.json.minisig"])
        subprocess.run(["minisign", "-Vm", MANIFEST, "-P", self.public], cwd=self.place / "tatt ut", check=True, capture_output=True)

    def repacked(self, change):
        """The bundle with its members changed, every checksum of the ZIP right: `change` gets a list of names and bytes, and the manifest."""
        members = [list(member) for member in self.members]
        manifest = json.loads(dict(members)[MANIFEST])
        before = json.dumps(manifest)
        change(members, manifest)
        if json.dumps(manifest) != before:
            next(member for member in members if member[0] == MANIFEST)[1] = json.dumps(manifest).encode()
        with zipfile.ZipFile(self.zip, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members:
                # Written as it is: Python would straighten a name otherwise.
                info = zipfile.ZipInfo("x")
                info.filename, info.compress_type = name, zipfile.ZIP_DEFLATED
                archive.writestr(info, data)

    def harms(self):
        """What is done to the bundle, by what it is called."""

        def page(change):
            return lambda members, _: change(next(member for member in members if member[0] == PAGE))

        def row(**facts):
            return lambda _, manifest: next(row for row in manifest["files"] if row["path"] == PAGE).update(facts)

        def moved(to):
            """A page under another path, in the ZIP and in the manifest alike."""
            def change(members, manifest):
                next(member for member in members if member[0] == PAGE)[0] = to
                row(path=to)(members, manifest)
            return change

        def flipped(member):
            member[1] = bytes([*member[1][:9], member[1][9] ^ 1, *member[1][10:]])

        def doubled(members, manifest):
            members.append([PAGE, dict(members)[PAGE]])
            manifest["files"].append(next(row for row in manifest["files"] if row["path"] == PAGE))

        def manifest_is(data):
            return lambda members, _: next(member for member in members if member[0] == MANIFEST).__setitem__(1, data)

        changes = {
            "a byte flipped": page(flipped),
            "a byte more": page(lambda member: member.__setitem__(1, member[1] + b" ")),
            "a byte less": page(lambda member: member.__setitem__(1, member[1][:-1])),
            "a member that swells": page(lambda member: member.__setitem__(1, bytes(SWOLLEN))),
            "a member missing": lambda members, _: members.remove(next(member for member in members if member[0] == PAGE)),
            "a member besides": lambda members, _: members.append(["no/ny.json", b"{}"]),
            "a member outside, besides": lambda members, _: members.append(["../ut.json", b"{}"]),
            "a member twice": lambda members, _: members.append([PAGE, b"{}"]),
            "a member twice, and listed twice": doubled,
            "the manifest twice": lambda members, _: members.insert(0, [MANIFEST, b"{}"]),
            "a row twice": lambda _, manifest: manifest["files"].append(manifest["files"][0]),
            "a way out": moved("../ut.json"),
            "a way out further in": moved("no/../../ut.json"),
            "a path from the root": moved("/tmp/ut.json"),
            "a path with a backslash": moved("no\\..\\..\\ut.json"),
            "a path with a drive": moved("C:/ut.json"),
            "a path with a hole": moved("no//ut.json"),
            "a smaller size": row(bytes=9),
            "a larger size": row(bytes=1 << 62),
            "a size below nothing": row(bytes=-9),
            "a size that is none": row(bytes="9"),
            "another hash": row(sha256="0" * 64),
            "the manifest lists itself": row(path=MANIFEST),
            "another format": lambda _, manifest: manifest.update(format="andrum-bundle/2"),
            "a newer reader": lambda _, manifest: manifest.update(reader=2),
            "no manifest": lambda members, _: members.pop(0),
            "a manifest that is a list": manifest_is(b"[]"),
            "a manifest without end": manifest_is(b"[" * 1_000_000),
        }
        harms = {what: lambda change=change: self.repacked(change) for what, change in changes.items()}
        whole = self.zip.read_bytes()
        at = whole.index(PAGE.encode()) + len(PAGE) + 9
        for what, data in {
            "a byte flipped in the ZIP": whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:],
            "cut off at the end": whole[:-9],
            "cut off in the middle": whole[: len(whole) // 2],
            "empty": b"",
            "no ZIP at all": b"PK" * 99,
        }.items():
            harms[what] = lambda data=data: self.zip.write_bytes(data)
        return harms

    def test_what_someone_changed_is_refused(self):
        whole, harms = self.zip.read_bytes(), self.harms()
        for what, harm in harms.items():
            harm()
            before = files(self.place)
            for reader in READERS:
                with self.subTest(what, reader=reader):
                    done = self.read_with(reader, self.zip)
                    told = f"{done.stdout}{done.stderr}"
                    self.assertEqual((done.returncode, done.stdout), (1, ""), told)
                    self.assertEqual(len(done.stderr.splitlines()), 1, told)
                    self.assertNotIn("panicked", told)
            self.assertEqual(files(self.place), before, "nothing is written")
            self.zip.write_bytes(whole)
        self.counted(len(harms), "kinds of harm")


class Document(unittest.TestCase):
    """`docs/bundle.md` is enough to read a bundle by."""

    def fenced(self, language):
        return re.findall(rf"^```{language}\n(.*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL)

    def test_the_code_it_quotes_is_the_code(self):
        for language, file in (("python", PYTHON), ("rust", RUST)):
            self.assertEqual(self.fenced(language), [file.read_text(encoding="utf-8")], file.name)

    def test_its_examples_are_json(self):
        examples = self.fenced("json")
        self.assertGreater(len(examples), 0)
        for example in examples:
            json.loads(example)

    def test_the_schema_says_what_each_key_is(self):
        silent = []
        for name, definition in json.loads(run("schema", "bundle").stdout)["$defs"].items():
            for part in definition.get("oneOf", [definition]):
                facts = part.get("properties", {})
                if "description" not in part:
                    silent.append(f"{name} {facts.get('type', {}).get('const', '')}")
                silent += [f"{name}.{key}" for key, fact in facts.items() if "const" not in fact and "description" not in fact]
        self.assertEqual(silent, [])

    def test_it_names_every_key_and_every_type_of_block(self):
        schema, names = json.loads(run("schema", "bundle").stdout), set()

        def walk(value):
            if isinstance(value, dict):
                names.update(value.get("properties", {}))
                names.update(word for word in (value.get("const"),) if word)
                value = list(value.values())
            for part in value if isinstance(value, list) else []:
                walk(part)

        walk(schema)
        self.assertGreater(len(names), 90)
        self.assertEqual([name for name in sorted(names) if f"`{name}`" not in DOCUMENT and f'"{name}"' not in DOCUMENT], [])


if __name__ == "__main__":
    unittest.main()
