"""Checks every file of a bundle's ZIP, and prints its units with their tasks: python read.py BUNDLE.zip [LANGUAGE].

Whose it is comes first: take manifest.json and manifest.json.minisig out of it, then `minisign -Vm manifest.json -P KEY`.
"""

import hashlib
import json
import re
import sys
import zipfile

PATH = r"[A-Za-z0-9][A-Za-z0-9.-]*(/[A-Za-z0-9][A-Za-z0-9.-]*)*"


def read(bundle, path, most=1 << 28):
    return bundle.open(path).read(most + 1)  # a byte too many is enough to tell, so that nothing swells


def main(place, language=None):
    with zipfile.ZipFile(place) as bundle:
        manifest = json.loads(read(bundle, "manifest.json"))
        if manifest["format"] != "andrum-bundle/1" or manifest.get("reader", 1) > 1:
            raise ValueError("it asks for another reader")
        listed = [row["path"] for row in manifest["files"]]
        if sorted(set(bundle.namelist()) | {"manifest.json.minisig"}) != sorted([*listed, "manifest.json", "manifest.json.minisig"]):
            raise ValueError("what it holds is not what it lists")
        if len(bundle.namelist()) != len(set(bundle.namelist())) or not all(re.fullmatch(PATH, path) for path in listed):
            raise ValueError("a file is there twice, or leads out of it")
        for row in manifest["files"]:
            data = read(bundle, row["path"], row["bytes"])
            if len(data) != row["bytes"] or hashlib.sha256(data).hexdigest() != row["sha256"]:
                raise ValueError(f"{row['path']} is not as it is listed")
        language = language or manifest["languages"][0]["code"]
        for unit in manifest["units"]:
            page = manifest["pages"][unit["theme"]]["files"][language] if "theme" in unit else None
            print(unit["number"], json.loads(read(bundle, page))["title"] if page else "–")
            for id in unit["tasks"]:
                print(f"  {id}: {manifest['tasks'][id]['answer']['type']}")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Exception as wrong:
        sys.exit(f"refused: {wrong!r}")
