"""What was made is verified: a change of a single byte is told, and so is what is missing, what is besides, and a ZIP that two readers would read in two ways."""

import io
import json
import random
import shutil
import unittest
import zipfile

from program import Whole, build, run, write
from releasable import Releasable

PROGRAMME = """id: prove
version: 1.3.0
title: { no: Prøve, sv: Prov }
languages: { no: { tag: nb }, sv: { tag: sv } }
editions: { patient: { audiences: [patient] }, therapist: { audiences: [patient, therapist] } }
schedule: { unit: week, count: 10 }
"""
HOME = "---\nid: home\nkind: page\ntitle: {}\n---\n\n![En vei](media/vei.svg)\n\n{}\n"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'


class Verified(Whole):
    def setUp(self):
        super().setUp()
        root = write(self.place / "project", {
            "programme.yaml": PROGRAMME, "content/media/vei.svg": DRAWING,
            "content/no/home.md": HOME.format("Hjem", "Velkommen.").replace("media/", "../media/"),
            "content/sv/home.md": HOME.format("Hem", "Välkommen.").replace("media/", "../media/"),
        })
        self.out = self.place / "ut æøå"
        build(root, self.out)
        self.version = self.out / "patient" / "1.3.0-dev"
        self.bundle = self.version / "bundle"
        self.zip = next(self.bundle.glob("*.zip"))

    def verify(self, path, code):
        done = run("verify", path)
        self.assertEqual(done.returncode, code, f"{path}\n{done.stdout}{done.stderr}")
        return done

    def test_what_was_made_is_whole_at_every_level(self):
        levels = [self.out, self.out / "patient", self.version, self.bundle, self.zip]
        for path in levels:
            self.assertIn("Hashes only", self.verify(path, 0).stderr)
        self.verify(self.out / "patient" / "1.3.0-dev" / "no", 2)
        self.verify(self.place / "nowhere", 2)
        self.counted(len(levels), "levels")

    def repacked(self, change, compression=zipfile.ZIP_DEFLATED):
        """The bundle's ZIP with its members changed: a list of names and bytes."""
        with zipfile.ZipFile(self.zip) as archive:
            members = [(name, archive.read(name)) for name in archive.namelist()]
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", compression) as archive:
            for name, data in change(members):
                archive.writestr(name, data)
        self.zip.write_bytes(made.getvalue())

    def test_each_kind_of_harm_is_named(self):
        page, blob = self.version / "no" / "index.html", next((self.bundle / "blobs").iterdir())
        manifest, release = self.bundle / "manifest.json", self.version / "release.json"

        def listed(place, change):
            value = json.loads(place.read_text())
            change(value["files"])
            place.write_text(json.dumps(value))

        def twice(members):
            with_other = [(name, b"{}" if name.endswith(".json") else data) for name, data in members[1:2]]
            return [*members, *with_other]

        harms = {
            "a byte is another": (lambda: page.write_bytes(page.read_bytes().replace(b"Velkommen", b"Velkommem")), "its bytes are not those"),
            "cut off": (lambda: page.write_bytes(page.read_bytes()[:-9]), "it is cut off"),
            "gone": (page.unlink, "not there"),
            "a link for a file": (lambda: (page.rename(self.place / "p"), page.symlink_to(self.place / "p")), "not there"),
            "a file besides": (lambda: (self.version / "no" / "note.html").write_text("x"), "nothing lists it"),
            "a hidden file besides": (lambda: (self.version / ".note").write_text("x"), "nothing lists it"),
            "a version besides": (lambda: shutil.copytree(self.version, self.out / "patient" / "1.2.0"), "nothing lists it"),
            "a version under another name": (lambda: self.version.rename(self.version.with_name("1.4.0")), "not there"),
            "another list of files": (lambda: listed(release, lambda rows: rows.pop()), "its bytes are not those"),
            "a way out of the folder": (lambda: listed(manifest, lambda rows: rows[0].update(path="../../../x")), "no path inside"),
            "a way out by a hash": (lambda: listed(manifest, lambda rows: rows[0].update(sha256="../../release.json")), "no path inside"),
            "a row twice": (lambda: listed(manifest, lambda rows: rows.append(rows[0])), "twice"),
            "no list at all": (lambda: manifest.write_text("{"), "can't be read"),
            "a blob of other bytes": (lambda: blob.write_bytes(b"x" * blob.stat().st_size), "its bytes are not those"),
            "a member of other bytes": (lambda: self.repacked(lambda members: [(name, data + b" " if name.endswith("home.json") else data) for name, data in members]), "its bytes are not those"),
            "a member gone": (lambda: self.repacked(lambda members: members[:-1]), "not there"),
            "a member besides": (lambda: self.repacked(lambda members: [*members, ("../x", b"x")]), "does not list"),
            "a member twice": (lambda: self.repacked(twice), "no ZIP as andrum makes them"),
            "bytes before the first": (lambda: self.zip.write_bytes(b"MZ" + self.zip.read_bytes()), "no ZIP as andrum makes them"),
            "words after the last": (lambda: self.zip.write_bytes(self.zip.read_bytes() + b"x"), "no ZIP as andrum makes them"),
            "a member that swells": (lambda: self.repacked(lambda members: [(name, b"0" * (64 << 20) if name.endswith("home.json") else data) for name, data in members]), "its bytes are not those"),
        }
        whole = self.place / "whole"
        shutil.copytree(self.out, whole, symlinks=True)
        for what, (harm, words) in harms.items():
            with self.subTest(what):
                harm()
                # The whole of dist/, and what can be handed on alone.
                told = self.verify(self.out, 1).stdout
                self.assertIn(words, told)
            shutil.rmtree(self.out)
            shutil.copytree(whole, self.out, symlinks=True)
        self.counted(len(harms), "kinds of harm")

    def test_any_byte_of_any_file_that_is_listed_counts(self):
        chance, files = random.Random(11), [path for path in sorted(self.version.rglob("*")) if path.is_file()]
        for _ in range(200):
            path = chance.choice(files)
            whole = path.read_bytes()
            at = chance.randrange(len(whole))
            path.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << chance.randrange(8))]) + whole[at + 1:])
            self.verify(self.out / "patient", 1)
            path.write_bytes(whole)
        self.counted(len(files), "files")


class Origin(Releasable):
    """What was released is held to its key: a set that is older, mixed, cut off or someone else's is named as that."""

    def setUp(self):
        super().setUp()
        self.release()
        self.first = self.place / "første"
        shutil.copytree(self.out, self.first)
        self.edited("w02-later", "Les når du vil.", "Les når det passer.")
        self.release()
        self.edition = self.out / "patient"

    def told(self, harm, words, path=None):
        whole = self.place / "hel"
        shutil.copytree(self.out, whole)
        harm()
        self.assertIn(words, self.verify(path, 1).stdout)
        shutil.rmtree(self.out)
        whole.rename(self.out)

    def test_a_release_is_proven_at_every_level(self):
        for path in (self.out, self.edition, self.edition / "1.0.1", self.edition / "1.0.1/bundle", *(self.edition / "1.0.1/bundle").glob("*.zip")):
            self.assertIn("signed with the key", self.verify(path).stderr)
        self.assertIn("the origin is unproven", self.verify(key=False).stderr)
        alone = self.place / "alene" / "1.0.1"
        shutil.copytree(self.edition / "1.0.1", alone)
        self.assertIn("no signed list of versions beside it names it", self.verify(alone, 1).stdout)

    def test_an_older_set_is_named(self):
        """Each file was signed once: it is together that they are wrong."""
        names = ("versions.json", "versions.json.minisig")
        self.told(lambda: [shutil.copy(self.first / "patient" / name, self.edition / name) for name in names], "the list is older than 1.0.1")
        bundle = self.edition / "1.0.1/bundle"
        earlier = self.edition / "1.0.0/bundle"
        self.told(lambda: [shutil.copy(earlier / name, bundle / name) for name in ("manifest.json", "manifest.json.minisig")], "it holds prove-1.0.0-patient.zip")
        self.told(lambda: shutil.copy(next(earlier.glob("*.zip")), next(bundle.glob("*.zip"))), "it holds prove-1.0.0-patient.zip", bundle)
        self.told(lambda: shutil.copy(next(earlier.glob("*.zip")), next(bundle.glob("*.zip"))), "it holds prove-1.0.0-patient.zip", next(bundle.glob("*.zip")))

    def test_a_mixed_set_is_named(self):
        page = "no/w02-later/index.html"
        self.told(lambda: shutil.copy(self.edition / "1.0.0" / page, self.edition / "1.0.1" / page), "it is that of 1.0.0")
        other = self.out / "therapist/1.0.1/bundle"
        self.told(lambda: [shutil.copy(other / name, self.edition / "1.0.1/bundle" / name) for name in ("manifest.json", "manifest.json.minisig")], "it holds prove-1.0.1-therapist.zip")

    def test_a_set_that_is_cut_off_is_named(self):
        archive = next((self.edition / "1.0.1/bundle").glob("*.zip"))
        self.told(lambda: archive.write_bytes(archive.read_bytes()[:-400]), "it is cut off")
        self.told(lambda: archive.write_bytes(archive.read_bytes()[:-400]), "it is no ZIP as andrum makes them", archive)
        self.told(lambda: shutil.rmtree(self.edition / "1.0.1/media"), "it is listed, and not there")

    def test_someone_else_s_set_is_named(self):
        other = run("key", "new", self.place / "annen.key", "--no-password").stdout.strip()
        self.assertIn("signed with another key", run("verify", self.out, "--key", other).stdout)
        self.assertEqual(run("verify", self.out, "--key", "ingen").returncode, 2)
        listed = self.edition / "versions.json"
        self.told(lambda: (self.edition / "versions.json.minisig").unlink(), "it is not signed")
        self.told(lambda: listed.write_text(listed.read_text().replace("Senere", "Seinere")), "its signature is not of these bytes")

    def test_what_a_run_that_was_cut_short_left_is_no_fault(self):
        left = self.edition / ".1.0.2.partial"
        left.mkdir()
        self.assertIn("the next one finishes or sweeps it", self.verify().stderr)


if __name__ == "__main__":
    unittest.main()
