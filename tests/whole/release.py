"""A release: what stands against one, what it writes, and that a run cut short anywhere leaves what was there or what was to come."""

import json
import os
import random
import shutil
import signal
import subprocess
import time
import unittest

from program import ANDRUM, files, run
from releasable import PROGRAMME, Releasable


class Released(Releasable):
    def test_a_first_release_takes_the_version_as_it_stands(self):
        self.assertIn("1.0.0 is released", self.release().stderr)
        self.verify()
        self.assertEqual(self.asked("status", "--porcelain"), "")
        self.assertEqual(self.asked("describe", "--exact-match"), "prove-1.0.0")
        self.assertEqual(self.asked("for-each-ref", "refs/andrum"), "")
        self.assertIn("version: 1.0.0   # den første", (self.root / "programme.yaml").read_text())
        self.assertIn(self.public, (self.root / "programme.lock").read_text())
        self.assertEqual((self.root / "changelog/no.md").read_text().splitlines()[0], "# Endringer")
        release = self.read("1.0.0/release.json")
        self.assertEqual(release["source"], {"commit": self.asked("rev-parse", "HEAD")})
        self.assertEqual(release["approvals"][0]["role"], "clinical")
        self.assertEqual(release["approvals"][0]["texts"], release["approvals"][0]["of"])
        self.assertTrue(release["approved"])
        self.assertNotIn("Ikke klinisk godkjent", (self.out / "patient/1.0.0/no/index.html").read_text())

    def test_it_is_the_same_when_it_is_built_again(self):
        self.release()
        self.edited("w02-later", "Les når du vil.", "Les når det passer.")
        self.release()
        done = run("verify", self.out, "--rebuild", "--key", self.public, root=self.root)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(self.asked("for-each-ref", "refs/andrum"), "")
        # A commit that says something else makes another version.
        release = self.out / "patient/1.0.1/release.json"
        release.write_text(release.read_text().replace(self.asked("rev-parse", "HEAD"), self.asked("rev-parse", "HEAD~2")))
        done = run("verify", self.out / "patient/1.0.1", "--rebuild", root=self.root)
        self.assertIn("no/w02-later/index.html: it comes out otherwise", done.stdout)

    def test_the_stock_program_takes_ours_and_ours_takes_its(self):
        self.release()
        for name in ("versions.json", "1.0.0/bundle/manifest.json"):
            subprocess.run(["minisign", "-Vm", self.out / "patient" / name, "-P", self.public], check=True, capture_output=True)
        signature = self.out / "patient/1.0.0/bundle/manifest.json.minisig"
        signature.write_text(signature.read_text().replace("file:manifest.json", "file:manifest.txt"))
        stock = subprocess.run(["minisign", "-Vm", signature.with_suffix(""), "-P", self.public], capture_output=True)
        self.assertNotEqual(stock.returncode, 0)
        self.assertIn("its signature is not of these bytes", self.verify(signature.parent, 1).stdout)
        # A key that the stock program made, and what it signs.
        key, public = self.place / "stock.key", self.place / "stock.pub"
        subprocess.run(["minisign", "-G", "-W", "-s", key, "-p", public], check=True, capture_output=True)
        manifest = signature.with_suffix("")
        subprocess.run(["minisign", "-S", "-s", key, "-m", manifest], check=True, capture_output=True, input=b"")
        bundle = run("verify", manifest.parent, "--key", public)
        self.assertNotIn("manifest.json:", bundle.stdout)
        self.assertIn("signed with another key", self.verify(manifest.parent, 1).stdout)
        self.key, self.out = key, self.place / "et annet sted"
        self.edited("w02-later", "Les når du vil.", "Les når det passer.")
        self.assertIn("Apps that hold on to the first refuse the second", self.release(code=1).stderr)

    def test_a_key_with_a_password(self):
        key = self.place / "vernet.key"
        self.assertEqual(run("key", "new", key, ANDRUM_KEY_PASSWORD="æøå").returncode, 0)
        self.assertEqual(os.stat(key).st_mode & 0o777, 0o600)
        self.assertEqual(run("key", "new", key, "--no-password").returncode, 2, "a key is never overwritten")
        for password, code in (("feil", 2), ("æøå", 0)):
            done = run("release", "--key", key, "--out", self.out, root=self.root, ANDRUM_KEY_PASSWORD=password)
            self.assertEqual(done.returncode, code, done.stderr)
        self.assertNotEqual(run("key", "new", self.place / "ny.key").returncode, 0, "nobody can be asked here")

    def test_everything_that_stands_against_it_is_told_at_once_and_nothing_is_written(self):
        self.release()
        before, head = files(self.out), self.asked("rev-parse", "HEAD")
        self.edit("content/no/w02-later.md", "Les når du vil.", "Les [[ingensteds]] når du vil.")
        self.edit("content/no/w01-rest.md", "Hvil når du er trøtt.", "Hvil når du kan.")
        self.edit("programme.yaml", "designer: A", "designer: undecided\n")
        self.edit("programme.yaml", "undecided\n", "undecided")
        told = self.release("patch", code=1).stderr
        for words in ("not as in the last commit", "error[undecided]", "error[broken-link]", "error[approval-void]", "faults stand"):
            self.assertIn(words, told)
        self.assertEqual((files(self.out), self.asked("rev-parse", "HEAD")), (before, head))
        self.counted(len(before), "files left as they were")

    def test_a_dirty_tree_is_refused(self):
        (self.root / "content/no/ny.md").write_text("---\nid: ny\nkind: page\ntitle: Ny\n---\n\nNy.\n")
        self.assertIn("content/no/ny.md", self.release(code=1).stderr)

    def test_what_not_everyone_approved_is_refused_or_says_so_on_every_page(self):
        for language in ("no", "sv"):
            self.edit(f"content/{language}/w02-later.md", "Les når du vil.", "Les.")
        self.commit("Endret")
        self.assertIn("error[approval-void]", self.release(code=1).stderr)
        self.release("--unapproved")
        self.assertFalse(self.read("1.0.0/release.json")["approved"])
        pages = [path for path in (self.out / "patient/1.0.0").rglob("*.html") if path.name != "offline.html"]
        self.counted(len(pages), "pages that say so")
        self.none([path for path in pages if "Ikke klinisk godkjent" not in path.read_text() and "Inte kliniskt godkänt" not in path.read_text()], "pages that do not say that they are unapproved")

    def test_a_missing_or_stale_translation_is_refused(self):
        self.release()
        (self.root / "content/sv/m1.md").unlink()
        self.commit("Uten svensk")
        self.assertIn("error[missing-translation]", self.release(code=1).stderr)
        self.assertIn("error[missing-translation]", self.release("--unapproved", code=1).stderr)
        self.git("revert", "--no-edit", "HEAD")
        run("translate", "accept", "w02-later", "--lang", "sv", "--from", "no", root=self.root)
        self.edit("content/no/w02-later.md", "Les når du vil.", "Les når det passer.")
        self.settled()
        self.assertIn("error[stale-translation]", self.release(code=1).stderr)

    def test_a_part_too_small_is_refused_and_a_larger_one_taken(self):
        self.release()
        self.edited("w01-rest", "- Gå {#walk}", "- Gå {#walk}\n- Sitte {#sit}")
        self.assertIn("asks for minor, and patch is less", self.release("patch", code=1).stderr)
        self.release("major")
        self.assertEqual(self.read("versions.json")["versions"][0]["version"], "2.0.0")

    def test_an_answer_that_would_be_orphaned_is_refused_with_the_way_out(self):
        self.release()
        self.edited("w01-rest", "{#last minutes=5 share=private}", "{#lately minutes=5 share=private}")
        told = self.release(code=1).stderr
        self.assertIn("error[removed-id]", told)
        self.assertIn("retired", told)
        lock = self.root / "programme.lock"
        lock.write_text(lock.read_text().replace("retired: {}", "retired:\n  last: { replaced_by: lately }"))
        self.commit("Byttet")
        self.release()
        row = next(line for line in lock.read_text().splitlines() if line.startswith("  last:"))
        self.assertEqual(row.strip(), "last: { kind: reflection, answer: { type: text }, since: 1.0.0, in: 1.1.0, replaced_by: lately }")
        manifest = self.read("1.1.0/bundle/manifest.json")
        self.assertEqual(manifest["retired"], {"last": {"in": "1.1.0", "replaced_by": "lately"}})
        self.assertEqual(manifest["tasks"]["lately"]["since"], "1.1.0")
        self.assertIn("Har kommet i stedet for en tidligere oppgave, og svaret ditt følger med: «Når hvilte du sist?»",
                      self.read("versions.json")["versions"][0]["changes"]["no"])

    def test_readers_are_told_what_is_new_for_them_and_nothing_of_what_is_for_others(self):
        self.release()
        self.edited("m1", "Bare for deg", "Kun for deg")
        self.edited("w02-later", "Les når du vil.", "Les når det passer.")
        self.release()
        told = {edition: self.read("versions.json", edition)["versions"][0]["changes"] for edition in ("patient", "therapist")}
        self.assertEqual(told["patient"], {"no": ["Ny tekst på «Senere»"], "sv": ["Ny text på ”Senere”"]})
        self.assertEqual(told["therapist"]["no"], ["Ny tekst på «For behandleren», «Senere»"])
        self.assertIn("- Ny tekst på «For behandleren», «Senere»\n\n## 1.0.0", (self.root / "changelog/no.md").read_text())
        for path, data in files(self.out / "patient").items():
            self.assertNotIn("For behandleren".encode(), data, path)
        index = (self.out / "patient/index.html").read_text()
        self.assertIn("Ny tekst på «Senere»", index)

    def test_a_release_is_never_touched_again_and_takes_working_versions_away(self):
        run("build", "--out", self.out, root=self.root)
        self.release()
        self.assertFalse((self.out / "patient/1.0.0-dev").exists(), "what is published holds no working version")
        first = {path: data for path, data in files(self.out).items() if "/1.0.0/" in path}
        self.assertIn("Nothing has changed since 1.0.0", self.release().stderr)
        self.edited("w02-later", "Les når du vil.", "Les når det passer.")
        run("build", "--out", self.out, root=self.root)
        self.assertTrue((self.out / "patient/1.0.1-dev").is_dir())
        self.verify(key=False)
        self.assertIn("versions.json: it is not signed", self.verify(code=1).stdout)
        self.release()
        self.verify()
        rows = self.read("versions.json")["versions"]
        self.assertEqual([row["version"] for row in rows], ["1.0.1", "1.0.0"])
        now = files(self.out)
        self.assertEqual({path: now[path] for path in first}, first)
        self.counted(len(first), "files of the first release as they were")
        self.git("tag", "-d", "prove-1.0.1")
        self.git("reset", "-q", "--hard", "HEAD~1")
        self.assertIn("has 1.0.1 already", self.release(code=1).stderr)

    def test_addresses_that_stay_lead_to_what_took_a_page_s_place(self):
        self.release()
        for language in ("no", "sv"):
            (self.root / f"content/{language}/w02-later.md").rename(self.root / f"content/{language}/w02-calm.md")
            self.edit(f"content/{language}/w02-calm.md", "id: w02-later", "id: w02-calm")
        lock = self.root / "programme.lock"
        lock.write_text(lock.read_text().replace("retired: {}", "retired: { w02-later: { replaced_by: w02-calm } }"))
        self.settled()
        self.release()
        self.assertIn("1.1.0/no/w02-calm/index.html", (self.out / "patient/latest/no/w02-later/index.html").read_text())

    def test_another_folder_gets_the_release_that_git_knows(self):
        self.release()
        first, self.out = self.out, self.place / "et annet sted"
        self.assertIn("1.0.0 had been cut short", self.release().stderr)
        self.verify()
        same = lambda out: {path: data for path, data in files(out / "patient/1.0.0").items() if "bundle/" not in path and path != "release.json"}
        self.assertEqual(same(first), same(self.out))

    def test_outside_git_there_is_nothing_to_release_from(self):
        shutil.rmtree(self.root / ".git")
        self.assertIn("no git repository", self.release(code=2).stderr)

    def test_a_project_inside_a_repository_is_released_from_its_folder(self):
        inner = self.place / "repo" / "programmer" / "prøve"
        inner.parent.mkdir(parents=True)
        shutil.rmtree(self.root / ".git")
        self.root.rename(inner)
        self.root = self.place / "repo"
        self.git("init", "-q")
        self.git("config", "user.name", "Kari")
        self.git("config", "user.email", "kari@example.org")
        self.commit("Alt")
        self.root = inner
        self.release()
        self.verify()
        self.assertEqual(self.asked("status", "--porcelain"), "")
        self.assertIn("programmer", self.asked("-c", "core.quotepath=off", "show", "--name-only", "--format=", "HEAD"))

    def test_changing_one_paragraph_changes_one_page(self):
        self.release()
        self.edit("content/no/w01-rest.md", "Kroppen trenger det.", "Kroppen trenger det hver dag.")
        self.settled()
        self.release()
        blobs = lambda version: {row["path"]: row["sha256"] for row in self.read(f"{version}/bundle/manifest.json")["files"]}
        was, now = blobs("1.0.0"), blobs("1.0.1")
        self.assertEqual({path for path in now if was.get(path) != now[path]}, {"no/w01-rest.json"})
        self.assertEqual(set(was), set(now))
        pages = lambda version: files(self.out / "patient" / version)
        was, now = pages("1.0.0"), pages("1.0.1")
        changed = {path for path in now if path.startswith(("no/", "sv/")) and was.get(path) != now[path]}
        # The version stands on every page; without it, one page has changed, and what gathers pages.
        without = lambda data: data.replace(b"1.0.0", b"").replace(b"1.0.1", b"")
        changed = {path for path in changed if without(was[path]) != without(now[path])}
        print(f"  {sorted(changed)}", flush=True)
        self.assertTrue({"no/w01-rest/index.html"} <= changed)
        self.assertFalse([path for path in changed if path.startswith("sv/")])
        self.assertFalse([path for path in changed if path.endswith("/index.html") and path != "no/w01-rest/index.html"])


class CutShort(Releasable):
    """Killed anywhere, a release leaves the old `dist/` or the new one, whole; the next run finishes or forgets the rest."""

    ROUNDS = 50

    def test_a_release_that_is_killed(self):
        self.release()
        self.edited("w01-rest", "Kroppen trenger det.", "Kroppen trenger det hver dag.")
        run("build", "--out", self.out, root=self.root)
        old, base = self.place / "gammel", self.place / "grunnlag"
        shutil.copytree(self.root, base)
        shutil.copytree(self.out, old)
        began = time.monotonic()
        self.release()
        whole = time.monotonic() - began
        chance, tag, first = random.Random(7), self.root / ".git/refs/tags/prove-1.0.1", self.out / "patient/1.0.1"
        found = {"old": 0, "new": 0, "some of each": 0, "finished before": 0}
        round = -1
        while sum(found.values()) - found["finished before"] * 2 < self.ROUNDS:
            round += 1
            for folder in (self.root, self.out):
                shutil.rmtree(folder)
            shutil.copytree(base, self.root)
            # What is published is never written into, only put in the place of what was there.
            shutil.copytree(old, self.out, copy_function=os.link)
            command = [ANDRUM, "release", "--key", self.key, "--out", self.out, "--root", self.root]
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
            # Some moments fall anywhere, some after the first file is written, some where git's working tree or the files move.
            place, within = [
                (None, whole), (self.out / "patient/.1.0.1.partial", whole / 2), (tag, whole / 2), (tag, 0.04), (first, 0.01), (first, 0.1),
            ][round % 6]
            while place is not None and not place.exists() and process.poll() is None:
                time.sleep(0.0005)
            moment = within * chance.random()
            try:
                process.wait(moment)
                found["finished before"] += 1
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                # Git dies with it, and says itself that what it left locked is to be unlocked by hand.
                for lock in (self.root / ".git").rglob("*.lock"):
                    lock.unlink()
            done = run("verify", self.out)
            self.assertEqual(done.returncode, 0, f"after {moment:.3f} s\n{done.stdout}{done.stderr}")
            newest = {edition: self.read("versions.json", edition)["versions"][0]["version"] for edition in ("patient", "therapist", "internal")}
            # The folders of editions are published each alone: one may be the new one where another is still the old.
            kinds = set(newest.values())
            self.assertLessEqual(kinds, {"1.0.1-dev", "1.0.1"})
            found["some of each" if len(kinds) > 1 else "new" if kinds == {"1.0.1"} else "old"] += 1
            # Git has all of the release or nothing of it, and the next run brings both to the same end.
            tagged = self.asked("tag", "--list", "prove-1.0.1") != ""
            self.assertEqual(tagged, self.asked("log", "-1", "--format=%s") == "Release prove 1.0.1")
            self.release()
            self.verify()
            self.assertEqual(self.asked("status", "--porcelain"), "")
            self.assertEqual(self.asked("log", "-1", "--format=%s"), "Release prove 1.0.1")
            self.assertEqual(self.read("versions.json")["versions"][0]["version"], "1.0.1")
            self.assertEqual([path.name for path in (self.out / "patient").iterdir() if "partial" in path.name], [])
        print(f"  {whole:.2f} s a release; {found}", flush=True)
        self.assertGreater(found["old"], 0)
        self.assertGreater(found["new"], 0)


if __name__ == "__main__":
    unittest.main()
