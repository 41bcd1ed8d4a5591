"""The same input gives the same bytes, wherever and however it is built; and a build into a standing folder is all or nothing."""

import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import time
import unittest

from program import ANDRUM, INTERNAL, ROOT, Whole, build, copy_project, editions, files, run

# A page that every edition shows.
PAGE = next(path for path in sorted((ROOT / "content/no").rglob("*.md")) if "\nkind: theme\n" in path.read_text(encoding="utf-8")).relative_to(ROOT)
ID = re.search(r"^id: (\S+)$", (ROOT / PAGE).read_text(encoding="utf-8"), re.M)[1]


def stamps(folder):
    """When each file was written, and which file it is on the disk."""
    paths = [path for path in sorted(pathlib.Path(folder).rglob("*")) if path.is_file()]
    return {str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.stat().st_ino) for path in paths}


def differ(a, b):
    """Paths that are in one tree alone or have other bytes there."""
    return sorted(path for path in set(a) | set(b) if a.get(path) != b.get(path))


def front(edition):
    """The pages beside the versions of an edition."""
    return {path.name: path.read_text() for path in edition.glob("*.html")}


def reword(root, words="Et annet ord."):
    place = root / PAGE
    place.write_text(place.read_text(encoding="utf-8") + f"\n{words}\n", encoding="utf-8")


class AnywhereTheSame(Whole):
    def test_folder_time_zone_language_threads_and_mode(self):
        # Both are copies of one copy: others may be at work in the repository.
        base = copy_project(self.place / "base", history=True)
        plain, spaced = self.place / "a", self.place / "Prosjekt nr. 2 æøå ö" / "en mappe"
        for target in (plain, spaced):
            shutil.copytree(base, target, symlinks=True)
        for path in [path for path in spaced.rglob("*") if path.is_file() and ".git" not in path.parts]:
            path.chmod(0o600)
        ways = [
            (plain, "one", 0o022, {"TZ": "UTC", "LC_ALL": "C", "LANG": "C", "RAYON_NUM_THREADS": "1"}),
            (spaced, "two", 0o077, {"TZ": "Pacific/Kiritimati", "LC_ALL": "nb_NO.UTF-8", "RAYON_NUM_THREADS": "2"}),
            (spaced, "tre æøå", 0o002, {"TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "RAYON_NUM_THREADS": "7", "TERM": "dumb"}),
        ]
        trees = []
        for root, out, mask, around in ways:
            before = os.umask(mask)
            try:
                build(root, self.place / out, **around)
            finally:
                os.umask(before)
            trees.append(files(self.place / out))
        for tree in trees[1:]:
            self.none(differ(trees[0], tree), "files differ")
        self.counted(len(trees[0]), "files, the same three times")
        commits = {json.loads((folder / "release.json").read_text())["source"]["commit"] for _, folder in editions(self.place / "one")}
        self.assertEqual(len(commits), 1)
        if (ROOT / ".git").is_dir():
            self.assertNotEqual(commits, {None}, "git's history was copied, but the build did not see it")

    def test_times_come_from_the_environment_or_from_nothing(self):
        root = copy_project(self.place / "a")
        build(root, self.place / "none", "--edition", "patient")
        build(root, self.place / "epoch", "--edition", "patient", SOURCE_DATE_EPOCH="1700000000")
        [(_, none)], [(_, epoch)] = editions(self.place / "none"), editions(self.place / "epoch")
        manifest = json.loads((none / "bundle/manifest.json").read_text())
        self.assertEqual((manifest["created"], manifest["source"]), ("1980-01-01T00:00:00Z", {"commit": None}))
        self.assertEqual(json.loads((epoch / "bundle/manifest.json").read_text())["created"], "2023-11-14T22:13:20Z")


class IntoAStandingFolder(Whole):
    def setUp(self):
        super().setUp()
        self.root, self.out = copy_project(self.place / "project"), self.place / "dist"

    def fresh(self, *args):
        """What a build into an empty folder makes of the project as it stands."""
        out = self.place / "fresh"
        shutil.rmtree(out, ignore_errors=True)
        build(self.root, out, *args)
        return files(out)

    def assert_fresh(self, *args):
        self.none(differ(files(self.out), self.fresh(*args)), "files differ from a build into an empty folder")
        left = [path for path in self.out.rglob("*") if path.is_dir() and not any(path.iterdir())]
        self.none(left, "folders are empty")
        self.none([path for path in self.out.rglob("*partial*")], "leavings")

    def test_a_second_build_touches_nothing(self):
        build(self.root, self.out)
        before = stamps(self.out)
        build(self.root, self.out)
        self.none(differ(before, stamps(self.out)), "files were written again")
        self.counted(len(before), "files untouched")

    def test_after_an_edit_only_the_pages_own_files_change(self):
        build(self.root, self.out)
        before, earlier = stamps(self.out), files(self.out)
        reword(self.root)
        build(self.root, self.out)
        changed = differ(before, stamps(self.out))
        self.assertEqual(changed, differ(earlier, files(self.out)), "a file was written with the bytes it had")
        own = {"release.json", f"no/{ID}/index.html"}
        # What holds every page of the language: on paper, in the search, and by its hash in what is kept for reading offline.
        own |= {"no/print.html", "no/search/index.js", "sw.js"}

        def expected(path):
            edition, rest = path.split("/", 1)
            version, _, below = rest.partition("/")
            status = edition == INTERNAL and (below == "status.json" or below.endswith("/index.html"))
            # Packages for an LMS hold the page where a module leads to it.
            packed = below.startswith("lms/") and "-no" in below
            return rest == "versions.json" or below in own or below.startswith(("bundle/", "no/search/")) or status or packed

        self.none([path for path in changed if not expected(path)], "other files changed")
        for name, folder in editions(self.out):
            here = [path for path in changed if path.startswith(f"{name}/")]
            self.assertIn(f"{name}/{folder.name}/no/{ID}/index.html", here)
            blobs = [path for path in here if "/blobs/" in path]
            self.assertEqual(len(blobs), 2, f"one blob comes and one goes, not {blobs}")
            excerpts = [path for path in here if re.search(r"/no/search/\d+\.js$", path)]
            self.assertEqual(len(excerpts), 1, "the excerpts of the page are in one file")
        self.counted(len(changed), "files changed")
        self.assert_fresh()

    def test_what_is_gone_goes(self):
        pages = [self.root / f"content/{language}/passing.md" for language in ("no", "sv")]
        for page in pages:
            page.write_text("---\nid: passing\nkind: page\ntitle: Passing\n---\n\n![x](../media/passing.svg)\n")
        picture = self.root / "content/media/passing.svg"
        picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>')
        build(self.root, self.out)
        before = files(self.out)
        self.assertTrue([path for path in before if "passing" in path])
        for path in [*pages, picture]:
            path.unlink()
        reword(self.root)
        build(self.root, self.out)
        self.counted(len(set(before) - set(files(self.out))), "files gone")
        self.assert_fresh()

    def test_one_output_edition_or_language(self):
        build(self.root, self.out, "--edition", "patient", "--lang", "sv", "--only", "site")
        self.assertEqual([name for name, _ in editions(self.out)], ["patient"])
        [(_, folder)] = editions(self.out)
        self.assertFalse((folder / "bundle").exists() or (folder / "no").exists())
        self.assertTrue((folder / "sv/index.html").exists())
        build(self.root, self.out, "--edition", "patient", "--edition", "therapist", "--only", "bundle")
        self.assertEqual([name for name, _ in editions(self.out)], ["patient", "therapist"])
        self.assertEqual({path.name for path in folder.iterdir()}, {"bundle", "release.json"})
        self.assertFalse((self.out / INTERNAL).exists())
        patient = files(self.out)
        build(self.root, self.out, "--only", "status")
        after = files(self.out)
        self.assertEqual({path: after[path] for path in patient}, patient)
        self.assertTrue({path.split("/")[0] for path in after if path not in patient} == {INTERNAL})
        for wrong in (["--only", "status", "--edition", "patient"], ["--only", "site", "--edition", INTERNAL]):
            self.assertEqual(run("build", "--out", self.out, *wrong, root=self.root).returncode, 2)
        build(self.root, self.out, "--lang", "no")
        for name, folder in editions(self.out):
            manifest = json.loads((folder / "bundle/manifest.json").read_text())
            self.assertEqual([row["code"] for row in manifest["languages"]], ["no"])
            self.assertFalse([path for path in files(folder) if path.startswith("sv/")], name)
        build(self.root, self.out)
        self.assert_fresh()

    def swept(self, leave):
        """Whether the next build sweeps what `leave` leaves beside the version of an edition."""
        build(self.root, self.out)
        before = files(self.out)
        [(_, folder), *_] = editions(self.out)
        leave(folder.parent, folder.name)
        self.assertNotEqual(before, files(self.out))
        build(self.root, self.out)
        self.none(differ(before, files(self.out)), "leavings stand")

    def test_a_stage_that_was_never_sealed_is_swept(self):
        def leave(edition, version):
            for name in (f".{version}.partial", ".0.0.9.partial"):
                (edition / name / "no").mkdir(parents=True)
                (edition / name / "no/index.html").write_text("half a page")

        self.swept(leave)

    def test_half_a_list_is_swept(self):
        def leave(edition, version):
            (edition / "versions.partial").write_text("{")
            (edition / "index.partial").write_text("<")

        self.swept(leave)

    def test_a_folder_that_no_list_names_is_swept(self):
        self.swept(lambda edition, version: shutil.copytree(edition / version, edition / "0.0.8-dev"))

    def sealed(self, whole):
        """The project reworded, and a stage of the patient's edition sealed for it as a build leaves it when it is cut off
        before the first move; what the finished folder must hold."""
        build(self.root, self.out, "--edition", "patient")
        [(name, folder)] = editions(self.out)
        reword(self.root)
        wanted = self.fresh("--edition", name)
        new, old = self.place / "fresh" / name, files(folder)
        staged = self.out / name / f".{folder.name}.partial"
        after = files(new / folder.name)
        changed = [path for path in after if after[path] != old.get(path)]
        gone = [path for path in old if path not in after]
        moves = {
            "version": folder.name, "whole": whole, "files": list(after) if whole else changed, "gone": [] if whole else gone,
            "versions": (new / "versions.json").read_text(), "front": front(new),
        }
        for path in moves["files"]:
            (staged / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(new / folder.name / path, staged / path)
        (staged / "moves.json").write_text(json.dumps(moves))
        if whole:
            shutil.rmtree(folder)
        return wanted, staged, folder, changed

    def only_recover(self):
        """Starts a build that can't do more than finish what an earlier one left: its theme fails at the first page."""
        page = self.root / "themes/default/page.html"
        whole = page.read_text()
        page.write_text("{{ no_such_variable }}")
        done = run("build", "--out", self.out, "--edition", "patient", root=self.root)
        self.assertEqual(done.returncode, 1, done.stderr)
        page.write_text(whole)

    def test_a_build_cut_off_before_its_moves_is_finished(self):
        wanted, staged, _, _ = self.sealed(whole=False)
        self.only_recover()
        self.none(differ(files(self.out), wanted), "files differ from the build that was cut off")
        self.assertFalse(staged.exists())
        self.assert_fresh("--edition", "patient")

    def test_a_build_cut_off_between_its_moves_is_finished(self):
        wanted, staged, folder, changed = self.sealed(whole=False)
        self.assertGreater(len(changed), 3)
        for path in changed[::2]:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            os.replace(staged / path, folder / path)
        self.only_recover()
        self.none(differ(files(self.out), wanted), "files differ from the build that was cut off")

    def test_a_first_build_cut_off_before_or_after_its_renaming_is_finished(self):
        wanted, staged, folder, _ = self.sealed(whole=True)
        self.only_recover()
        self.none(differ(files(self.out), wanted), "files differ from the build that was cut off")
        versions = (folder.parent / "versions.json").read_text()
        moves = {"version": folder.name, "whole": True, "files": [], "gone": [], "versions": versions, "front": front(folder.parent)}
        (folder / "moves.json").write_text(json.dumps(moves))
        (folder.parent / "versions.json").unlink()
        self.only_recover()
        self.none(differ(files(self.out), wanted), "files differ from the build that was cut off")

    def test_a_build_that_is_killed_leaves_the_old_or_the_new(self):
        build(self.root, self.out)
        began = time.monotonic()
        build(self.root, self.out)
        length = time.monotonic() - began
        chance, killed = random.Random(7), 0
        for round in range(24):
            reword(self.root, f"Runde {round}.")
            started = subprocess.Popen([ANDRUM, "build", "--quiet", "--root", self.root, "--out", self.out], stdout=subprocess.DEVNULL)
            try:
                started.wait(timeout=chance.uniform(0.3, 1.1) * length)
            except subprocess.TimeoutExpired:
                started.kill()
                killed += 1
            started.wait()
            # Whoever looks now finds a list of versions that can be read, and the folders that it names.
            for name, folder in editions(self.out):
                self.assertTrue((folder / "release.json").is_file(), f"{name} after round {round}")
        self.counted(killed, "builds killed")
        build(self.root, self.out)
        self.assert_fresh()


if __name__ == "__main__":
    unittest.main()
