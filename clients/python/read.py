"""Checks every file of a bundle's ZIP, and prints its units with their tasks.

    python read.py antistress-1.4.0-patient.zip sv

Whose the bundle is comes first, and is not asked here: Python's standard library has no Ed25519. Take `manifest.json` and
`manifest.json.minisig` out of the ZIP, then

    minisign -Vm manifest.json -P KEY
"""

import hashlib
import json
import sys
import zipfile

OWN = {"manifest.json", "manifest.json.minisig"}  # what the manifest does not list
LARGEST = 1 << 28  # larger manifests are no one's


def unpack(archive, path, most):
    """A member's bytes. No more than one too many is unpacked, so that nothing swells."""
    with archive.open(path) as member:
        return member.read(most + 1)


def check(archive):
    """The manifest of a bundle in which every file is as it says."""
    manifest = json.loads(unpack(archive, "manifest.json", LARGEST))
    if manifest["format"] != "andrum-bundle/1" or manifest["reader"] > 1:
        sys.exit("it is no andrum-bundle/1, or asks for a newer reader")
    names = archive.namelist()
    if len(set(names)) != len(names):
        sys.exit("a file is there twice")
    left = set(names) - OWN
    for row in manifest["files"]:
        path, size = row["path"], row["bytes"]
        if any(mark in path for mark in "\\:\0") or any(part in ("", ".", "..") for part in path.split("/")):
            sys.exit(f"{path!r} leads out of the bundle")
        if path not in left:
            sys.exit(f"{path!r} is missing, or listed twice")
        left.remove(path)
        data = unpack(archive, path, size) if size >= 0 else b""
        if len(data) != size or hashlib.sha256(data).hexdigest() != row["sha256"]:
            sys.exit(f"{path!r} is not as the manifest lists it")
    if left:
        sys.exit(f"{min(left)!r} is there, and the manifest does not list it")
    return manifest


def lines(archive, manifest, language):
    """A line for each unit, and below it one for each of its tasks."""
    for unit in manifest["units"]:
        theme = manifest["pages"].get(unit.get("theme"), {"files": {}})["files"].get(language)
        title = json.loads(unpack(archive, theme, LARGEST))["title"] if theme else "–"
        yield f"{unit['number']} {title}"
        for id in unit["tasks"]:
            yield f"  {id}: {manifest['tasks'][id]['answer']['type']}"


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    try:
        with zipfile.ZipFile(sys.argv[1]) as archive:
            manifest = check(archive)
            languages = [row["code"] for row in manifest["languages"]]
            language = (sys.argv[2:] or languages)[0]
            if language not in languages:
                sys.exit(f"it is not in {language}, but in {', '.join(languages)}")
            print("\n".join(lines(archive, manifest, language)))
    except Exception as wrong:  # whatever a ZIP that someone changed may bring about
        sys.exit(f"it can't be read: {wrong!r}")
