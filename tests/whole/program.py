"""The program as these tests see it, and folders that go away."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = ROOT / os.environ.get("CARGO_TARGET_DIR", "target")
ANDRUM = os.environ.get("ANDRUM", str(TARGET / "release" / "andrum"))
# The folder of the status page, which is never published.
INTERNAL = "internal"
# What a project is made of.
INPUTS = ["programme.yaml", "programme.lock", "content", "themes", "i18n"]


def run(*args, root=None, **environment):
    """Runs the program. Its messages are English, its surroundings those given."""
    around = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    around.update({"LC_ALL": "C.UTF-8", **environment})
    if root is not None:
        args = [*args, "--root", root]
    command = [ANDRUM, *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=around, cwd="/", timeout=120)


def build(root, out, *args, **environment):
    """Builds, and says why not where it could not."""
    done = run("build", "--out", out, *args, root=root, **environment)
    if done.returncode != 0:
        raise AssertionError(f"build ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done


def copy_project(target, history=False):
    """The repository's own programme in another folder, with its git history where there is one."""
    target = pathlib.Path(target)
    target.mkdir(parents=True, exist_ok=True)
    for name in INPUTS + ([".git"] if history else []):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, symlinks=True)
        elif source.exists():
            shutil.copy2(source, target / name)
    return target


def write(root, files):
    """Writes a project given as paths and texts or bytes."""
    for path, content in files.items():
        place = pathlib.Path(root) / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return pathlib.Path(root)


def files(folder):
    """Every file below a folder: its path from there and its bytes."""
    folder = pathlib.Path(folder)
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def editions(out):
    """The editions of a `dist` that readers are given: name, folder of the newest version."""
    import json

    rows = []
    for folder in sorted(path for path in pathlib.Path(out).iterdir() if path.is_dir() and path.name != INTERNAL):
        newest = json.loads((folder / "versions.json").read_text())["versions"][0]["version"]
        rows.append((folder.name, folder / newest))
    return rows


def until(holds, what, told=lambda: "", patience=10):
    """Waits until something holds, and says what never came and what was told instead."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if holds():
            return
        time.sleep(0.01)
    raise AssertionError(f"never came: {what}\n{told()}")


class Whole(unittest.TestCase):
    """A test with a folder of its own, `self.place`, that says what it counted."""

    maxDiff = 2000

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="andrum-whole-")
        self.addCleanup(folder.cleanup)
        self.place = pathlib.Path(folder.name)

    def counted(self, number, what):
        """Says how much was looked at; a check that looked at nothing fails."""
        print(f"  {number} {what}", file=sys.stderr)
        self.assertGreater(number, 0, f"there was nothing to look at: 0 {what}")

    def none(self, faults, what):
        """Fails with the first faults and how many there are."""
        faults = list(dict.fromkeys(str(fault)[:300] for fault in faults))
        if faults:
            self.fail("\n  ".join([f"{len(faults)} {what}:", *faults[:25]]))


class InGit(Whole):
    """A test of a project of its own, `self.root`, whose history it makes."""

    def git(self, *args):
        around = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        who = {"NAME": "Kari", "EMAIL": "kari@example.org", "DATE": "2026-02-03T10:00:00Z"}
        around.update({f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in who.items()})
        subprocess.run(["git", "-C", self.root, "-c", "core.autocrlf=false", *args], check=True, capture_output=True, env=around)

    def commit(self, message):
        if not any((folder / ".git").exists() for folder in (self.root, *self.root.parents)):
            self.git("init", "-q")
        self.git("add", "-A")
        self.git("commit", "-qm", message)

    def edit(self, path, before, after):
        place = self.root / path
        text = place.read_bytes().decode()
        self.assertIn(before, text)
        place.write_bytes(text.replace(before, after).encode())

    def andrum(self, *args, code=0):
        done = run(*args, root=self.root)
        self.assertEqual(done.returncode, code, f"{args}\n{done.stdout}{done.stderr}")
        return done
