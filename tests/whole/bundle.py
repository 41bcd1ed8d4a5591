"""Every edition's bundle and release holds what it says: hashes, sizes, ids, links, and nothing beside it."""

import copy
import hashlib
import json
import pathlib
import re
import subprocess
import tempfile
import unittest
import zipfile

import jsonschema

from program import ROOT, Whole, build, editions, files, run

SCHEMA = "schema/andrum-bundle-1.schema.json"


def sha256(data):
    return hashlib.sha256(data).hexdigest()


class Bundle:
    """One edition's bundle, read from its manifest and blobs as an app would."""

    def __init__(self, name, folder):
        self.name, self.folder = name, folder
        self.below = files(folder / "bundle")
        self.manifest = json.loads(self.below["manifest.json"])
        rows = {row["path"]: row for row in self.manifest["files"]}
        self.pages = [(id, language, json.loads(self.bytes(rows[path])), rows[path]["sha256"])
                      for id, page in self.manifest["pages"].items() for language, path in page["files"].items()]
        programme = self.manifest["programme"]
        self.zip = f"{programme['id']}-{programme['version']}-{self.manifest['edition']}.zip"

    def bytes(self, row):
        return self.below[f"blobs/{row['sha256']}"]


def walk(value):
    """Every map inside a value."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def schema_of(schema, part):
    return jsonschema.Draft202012Validator({**schema, "$ref": f"#/$defs/{part}", "anyOf": [True]})


def against_schema(bundles, schema):
    """Where bundles depart from their schema. A page file that stands in several is judged once."""
    whole, manifest, page = jsonschema.Draft202012Validator(schema), schema_of(schema, "Manifest"), schema_of(schema, "PageFile")
    judged = {f"{bundle.name} manifest.json": (manifest, bundle.manifest) for bundle in bundles}
    files = {hash: (f"{bundle.name} {language}/{id}.json", text) for bundle in bundles for id, language, text, hash in bundle.pages}
    judged.update({path: (page, text) for path, text in files.values()})
    for path, (judge, value) in judged.items():
        error = jsonschema.exceptions.best_match(judge.iter_errors(value))
        if error is not None:
            yield f"{path} {error.json_path}: {error.message[-150:]}"
        elif not whole.is_valid(value):
            yield f"{path} keeps its own part of the schema, but not the whole"


def packed(bundle):
    """Where the manifest, the blobs and the ZIP say different things."""
    rows = bundle.manifest["files"]
    paths = [row["path"] for row in rows]
    if paths != sorted(set(paths)):
        yield "files are not in order of their paths, or one stands twice"
    for row in rows:
        blob = bundle.below.get(f"blobs/{row['sha256']}")
        if blob is None:
            yield f"{row['path']}: no blob"
        elif (sha256(blob), len(blob)) != (row["sha256"], row["bytes"]):
            yield f"{row['path']}: the blob is another"
    wanted = {"manifest.json", bundle.zip} | {f"blobs/{row['sha256']}" for row in rows}
    for extra in sorted(set(bundle.below) - wanted):
        yield f"bundle/{extra} is in no list"
    with zipfile.ZipFile(bundle.folder / "bundle" / bundle.zip) as archive:
        names = archive.namelist()
        if names[0] != "manifest.json" or len(names) != len(set(names)):
            yield "the manifest is not first in the ZIP, or a member stands twice"
        if set(names) != {"manifest.json", *paths}:
            yield f"members differ from the manifest: {set(names) ^ {'manifest.json', *paths}}"
        if {(member.date_time, member.external_attr >> 16) for member in archive.infolist()} != {((1980, 1, 1, 0, 0, 0), 0o100644)}:
            yield "members differ in time or mode"
        if archive.read("manifest.json") != bundle.below["manifest.json"]:
            yield "the manifest in the ZIP is another"
        for row in rows:
            if row["path"] in names and archive.read(row["path"]) != bundle.bytes(row):
                yield f"{row['path']} in the ZIP is another"


def named(bundle):
    """Names in the manifest that don't agree with one another, and names in pages that lead nowhere."""
    manifest = bundle.manifest
    pages, tasks = manifest["pages"], manifest["tasks"]
    codes = [language["code"] for language in manifest["languages"]]
    paths = {row["path"]: row for row in manifest["files"]}
    if sorted(manifest["page_order"]) != sorted(pages) or len(set(manifest["page_order"])) != len(pages):
        yield "page_order and pages differ"
    for language in manifest["languages"]:
        missing = [id for id in manifest["page_order"] if language["code"] not in pages[id]["files"]]
        if language["missing"] != missing or language["complete"] != (not missing):
            yield f"{language['code']}: missing should be {missing}"
    for id, page in pages.items():
        if set(page["files"]) != set(page["meaning"]) or not set(page["files"]) <= set(codes):
            yield f"{id}: languages of files and meaning differ"
        for code, path in page["files"].items():
            if path != f"{code}/{id}.json" or paths.get(path, {}).get("language") != code:
                yield f"{id}: {path} is not listed for {code}"
    listed = {path for page in pages.values() for path in page["files"].values()}
    used = set()
    for number, unit in enumerate(manifest["units"]):
        if unit["pages"] != [id for id in manifest["page_order"] if pages[id].get("unit") == unit["number"]]:
            yield f"unit {unit['number']}: its pages are not those of the manifest"
        if unit["tasks"] and {tasks[id]["page"] for id in unit["tasks"]} - set(unit["pages"]):
            yield f"unit {unit['number']}: a task of another unit"
        if number and manifest["units"][number - 1]["number"] >= unit["number"]:
            yield "units are out of order"
    for id in manifest["always_available"]:
        if id not in pages:
            yield f"always_available: no page {id}"
    for id, task in tasks.items():
        if task["page"] not in pages:
            yield f"task {id}: no page {task['page']}"
        if "group" in task and id not in tasks.get(task["group"], {}).get("answer", {}).get("tasks", []):
            yield f"task {id}: its group does not hold it"
        for part in task["answer"].get("tasks", []):
            if tasks.get(part, {}).get("group") != id:
                yield f"task {id}: {part} is not a task of it"
        if id in manifest["retired"]:
            yield f"task {id} is retired as well"

    anchors, blocks_of, minutes = {}, {}, {}
    for id, language, page, _ in bundle.pages:
        if (page["id"], page["language"]) != (id, language) or page["tag"] != manifest["languages"][codes.index(language)]["tag"]:
            yield f"{language}/{id}.json says that it is {page['language']}/{page['id']} in {page['tag']}"
        minutes[id] = page.get("minutes", 0)
        maps = list(walk([page["blocks"], page["footnotes"]]))
        blocks_of[id, language] = maps, page
        anchors[id, language] = {it["id"] for it in maps if it.get("type") in ("heading", "breathing", "body")}
        stands = [it["task"] for it in maps if "task" in it and "title" in it]
        promised = [task for task in tasks if tasks[task]["page"] == id]
        if sorted(stands) != sorted(promised):
            yield f"{language}/{id}.json has the tasks {sorted(stands)}, the manifest {sorted(promised)}"
        if page["html"].count("data-task=") < len([it for it in page["blocks"] if it["type"] == "task"]):
            yield f"{language}/{id}.json: a task has no place in the HTML"
    for unit in manifest["units"]:
        if unit["minutes"] != sum(minutes[id] for id in unit["pages"]):
            yield f"unit {unit['number']}: minutes are not the sum of its pages'"

    for (id, language), (maps, page) in blocks_of.items():
        at = f"{language}/{id}.json"

        def place(target, anchor):
            there = [language] if language in pages[target]["files"] else list(pages[target]["files"])
            return any(anchor in anchors[target, code] for code in there) or tasks.get(anchor, {}).get("page") == target

        for it in maps:
            for key in ("file", "poster"):
                if key in it and it.get("type") != "task":
                    used.add(it[key])
                    if it[key] not in paths:
                        yield f"{at}: {it[key]} is not in the bundle"
            if it.get("type") == "exercise" and it["page"] not in pages:
                yield f"{at}: exercise {it['page']} is no page"
            if it.get("type") == "instrument" and it["instrument"] not in manifest["instruments"]:
                yield f"{at}: {it['instrument']} is no instrument"
            if "footnote" in it and it["footnote"] not in page["footnotes"]:
                yield f"{at}: no footnote {it['footnote']}"
            link = it.get("link")
            if link is None:
                continue
            if not set(link) <= {"page", "anchor", "task", "file", "url"} or sum(key in link for key in ("page", "file", "url")) != 1:
                yield f"{at}: a link to {link}"
            elif "page" in link and link["page"] not in pages:
                yield f"{at}: a link to {link['page']}, which is no page"
            elif "anchor" in link and not place(link["page"], link["anchor"]):
                yield f"{at}: no {link['anchor']} on {link['page']}"
            elif "task" in link and not place(link["page"], link["task"]):
                yield f"{at}: no task {link['task']} on {link['page']}"
            elif "url" in link and not re.match(r"(https?|mailto|tel|sms):", link["url"]):
                yield f"{at}: an address that no app can follow: {link['url']}"
        for target, anchor in re.findall(r'href="andrum:([^"#]+)(?:#([^"]+))?"', page["html"]):
            if target not in pages or (anchor and not place(target, anchor)):
                yield f"{at}: HTML leads to andrum:{target}#{anchor}"
        for source in re.findall(r'(?:src|poster)="([^"]*)"', page["html"]):
            if source not in paths:
                yield f"{at}: HTML shows {source}"
        if re.search(r"<(script|style|iframe|object|embed|form|link|meta)\b|\son\w+=|javascript:", page["html"], re.I):
            yield f"{at}: HTML that can run or reach out"
        if not page["text"].strip() and page["blocks"]:
            yield f"{at}: no plain text"
    for path, row in paths.items():
        pack = "media" if path.startswith("media/") else "core"
        if row["pack"] != pack:
            yield f"{path} is in the pack {row['pack']}"
        if path.startswith("media/") and path.split("/")[1].split(".")[0] != row["sha256"]:
            yield f"{path} is not named by its hash"
        if not (path in listed or path in used or path == SCHEMA):
            yield f"{path}: nothing shows it"


def released(name, folder):
    """Where release.json and versions.json say something else than the files do."""
    below = files(folder)
    record = json.loads(below["release.json"])
    rows = {row["path"]: row for row in record["files"]}
    if len(rows) != len(record["files"]) or list(rows) != sorted(rows):
        yield "files in release.json stand twice or out of order"
    for path in sorted(set(below) - set(rows) - {"release.json"}):
        yield f"{path} is not in release.json"
    for path, row in rows.items():
        if path not in below:
            yield f"{path} is not there"
        elif (sha256(below[path]), len(below[path])) != (row["sha256"], row["bytes"]):
            yield f"{path} has another hash"
    if (record["edition"], record["version"]) != (name, folder.name):
        yield f"release.json is of {record['edition']} {record['version']}"
    versions = json.loads((folder.parent / "versions.json").read_text())
    row = next((row for row in versions["versions"] if row["version"] == folder.name), {})
    if row.get("release") != sha256(below["release.json"]):
        yield "versions.json has another hash of release.json"
    if row.get("released") != (not folder.name.endswith("-dev")) or versions["edition"] != name:
        yield "versions.json says something else of the version"
    beside = {path.name for path in folder.parent.iterdir()} - {"index.html", "404.html", "versions.json", folder.name}
    if beside:
        yield f"beside the version: {sorted(beside)}"


class TheBundle(Whole):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="andrum-whole-")
        cls.addClassCleanup(folder.cleanup)
        cls.out = pathlib.Path(folder.name)
        build(ROOT, cls.out)
        cls.bundles = [Bundle(name, folder) for name, folder in editions(cls.out)]
        cls.schema = json.loads(run("schema", "bundle").stdout)

    def test_keeps_its_schema(self):
        jsonschema.Draft202012Validator.check_schema(self.schema)
        for bundle in self.bundles:
            row = next(row for row in bundle.manifest["files"] if row["path"] == SCHEMA)
            self.assertEqual(json.loads(bundle.bytes(row)), self.schema)
        self.none(against_schema(self.bundles, self.schema), "faults against the schema")
        self.counted(sum(len(bundle.pages) for bundle in self.bundles), "page files")

    def test_holds_what_it_lists_and_nothing_else(self):
        self.none((f"{bundle.name}: {fault}" for bundle in self.bundles for fault in packed(bundle)), "faults")
        for bundle in self.bundles:
            subprocess.run(["unzip", "-tqq", bundle.folder / "bundle" / bundle.zip], check=True)
        self.counted(len(self.bundles), "ZIP files")
        self.counted(sum(len(bundle.manifest["files"]) for bundle in self.bundles), "files in manifests")

    def test_names_agree(self):
        self.none((f"{bundle.name}: {fault}" for bundle in self.bundles for fault in named(bundle)), "faults")
        self.counted(sum(len(bundle.manifest["tasks"]) for bundle in self.bundles), "tasks")
        links = [it for bundle in self.bundles for _, _, page, _ in bundle.pages for it in walk(page["blocks"]) if "link" in it]
        self.counted(len(links), "links")

    def test_the_release_lists_every_file(self):
        self.none((f"{name}: {fault}" for name, folder in editions(self.out) for fault in released(name, folder)), "faults")
        self.counted(sum(len(files(folder)) for _, folder in editions(self.out)), "files")


class FoundOut(Whole):
    """Each check sees red where something is wrong."""

    def setUp(self):
        super().setUp()
        build(ROOT, self.place, "--edition", "patient")
        [(self.name, self.folder)] = editions(self.place)

    def bundle(self, change=lambda manifest: None):
        bundle = Bundle(self.name, self.folder)
        change(bundle.manifest)
        return bundle

    def test_what_departs_from_the_schema(self):
        schema = json.loads(run("schema", "bundle").stdout)
        broken = [lambda it: it.pop("tasks"), lambda it: it.update(files={}), lambda it: it["languages"][0].update(complete="yes")]
        for change in broken:
            judged = copy.deepcopy(self.bundle().manifest)
            change(judged)
            self.assertTrue(list(schema_of(schema, "Manifest").iter_errors(judged)))
        self.counted(len(broken), "broken manifests")

    def test_what_is_not_as_it_was_packed(self):
        blob = next((self.folder / "bundle/blobs").iterdir())
        whole = blob.read_bytes()
        blob.write_bytes(whole + b" ")
        self.assertTrue(list(packed(self.bundle())))
        self.assertTrue(list(released(self.name, self.folder)))
        blob.write_bytes(whole)
        self.assertFalse(list(packed(self.bundle())))
        (self.folder / "bundle/blobs/0000").write_bytes(b"")
        self.assertTrue(list(packed(self.bundle())))
        self.assertTrue(list(released(self.name, self.folder)))

    def test_names_that_lead_nowhere(self):
        self.assertFalse(list(named(self.bundle())))
        broken = [
            lambda it: it["page_order"].pop(),
            lambda it: it["tasks"].pop(next(iter(it["tasks"]))),
            lambda it: next(iter(it["tasks"].values())).update(page="nowhere"),
            lambda it: it["files"].pop(),
            lambda it: it["units"][0].update(minutes=1),
            lambda it: it["always_available"].append("nowhere"),
        ]
        for number, change in enumerate(broken):
            try:
                self.assertTrue(list(named(self.bundle(change))), f"change {number} passes")
            except KeyError:
                pass  # A manifest so broken that it can't be read on is found out too.
        self.counted(len(broken), "broken manifests")


if __name__ == "__main__":
    unittest.main()
