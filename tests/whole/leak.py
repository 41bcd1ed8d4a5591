"""What is for some readers alone is in no byte of what others are given.

A programme is made in which every place that can hold words, for therapists or trainees alone, holds a word of its own that
stands nowhere else. Each must be in no file, no file's name and no member of a ZIP of the patient's edition, and be found where
it belongs, so that the search is known to see it.
"""

import io
import json
import re
import struct
import unittest
import zipfile
import zlib

from program import INTERNAL, Whole, build, files, run, write

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>{}</title></svg>'


class Markers:
    """Makes a word for each place, `zq0017x`, and remembers who is to see it: an edition, or no one."""

    def __init__(self):
        self.rows, self.ids = {}, {}

    def __call__(self, place, seen="therapist"):
        word = f"zq{len(self.rows):04}x"
        self.rows[word] = (place, seen)
        return word

    def id(self, place, seen="therapist"):
        """The same word for the same place: ids are one in every language."""
        if place not in self.ids:
            self.ids[place] = self(place, seen)
        return self.ids[place]


def png(word):
    """A picture of one point with a word beside it."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [chunk(b"IHDR", head), chunk(b"tEXt", b"Comment\0" + word.encode()), chunk(b"IDAT", zlib.compress(b"\0\0")), chunk(b"IEND", b"")])


def programme(m):
    return f"""# {m("a comment in programme.yaml", None)}
id: prove
version: 0.1.0
title: {{ no: Prøve, sv: Prov }}
languages: {{ no: {{ tag: nb }}, sv: {{ tag: sv }} }}
editions:
  patient: {{ audiences: [patient, relative] }}
  therapist: {{ audiences: [patient, relative, therapist] }}
  course: {{ audiences: [patient, therapist, trainee] }}
schedule: {{ unit: week, count: 2, contacts: [{{ id: start, at: P0D }}] }}
facts:
  used: {m("a fact that a therapist's page names")}
  unused: {m("a fact that no page names", None)}
terms: {{ no: [{{ use: {m("a term", None)}, not: {m("a term to avoid", None)} }}] }}
governance: {{ owner: {m("the owner", None)} }}
course: {{ id: {m("the course's id", None)}, title: {{ no: {m("the course's title", None)}, sv: x }}, modules: [m1] }}
outputs: [site, bundle]
"""


def every_field(m, seen):
    """Text with every inline and block there is, a marker in each place of each."""
    word = lambda place: m(place, seen)
    id = lambda place: m.id(place, seen)
    reference = m("the name of a reference", None)
    return f"""{word("a paragraph")} *{word("emphasis")}* **{word("strong")}** ~~{word("strike")}~~ `{word("code")}`
[{word("a link's words")}](https://example.org/{word("a link's address")} "{word("a link's title")}") <https://{word("an autolink")}.example>
[{word("foreign words")}]{{lang=en}} {{{{facts.used}}}} [{word("words of a reference link")}][{reference}] \\{word("an escape")}

[{reference}]: https://example.org/{word("a reference's address")}

<!-- {m("a comment", None)} -->

## {word("a heading")} {{#{id("a heading's anchor")}}}

### {word("a heading of the third level")}

- {word("a list's item")}
- [x] {word("a box to tick")}

{word("a line before a table")}

| {word("a table's head")} | b |
|---|---|
| {word("a cell")} | c |

> {word("a quotation")}

> [!CAUTION]
> {word("a callout")}

```{word("a code block's language")}
{word("a code block")}
```

{word("a noted sentence")}[^{id("a footnote's label")}]

[^{id("a footnote's label")}]: {word("a footnote")}

:::reflection[{word("a reflection's title")}]{{#{id("a reflection's id")} share=private}}
{word("a reflection's words")}
:::

:::scale[{word("a scale's title")}]{{#{id("a scale's id")} from=0 to=2 share=private}}
{word("a scale's words")}

- 0: {word("a scale's anchor")}
- 2: x
:::

:::choice[{word("a choice's title")}]{{#{id("a choice's id")} share=private}}
- {word("an option")} {{#{id("an option's id")}}}
- x {{#x1}}
:::

:::worksheet[{word("a worksheet's title")}]{{#{id("a worksheet's id")} share=private}}
| {word("a column's head")} {{#{id("a column's id")}}} |
|---|
| {word("a worksheet's example")} |
:::

:::homework[{word("a homework's title")}]{{#{id("a homework's id")} share=private}}
{word("a homework's words")}
:::

::::checkin[{word("a check-in's title")}]{{#{id("a check-in's id")} when=day share=private}}
:::scale[{word("the title of a check-in's scale")}]{{#{id("the id of a check-in's scale")} from=0 to=1}}
- 0: {word("the anchor of a check-in's scale")}
- 1: x
:::
::::

:::breathing[{word("a breathing's title")}]{{#{id("a breathing's id")} in=4 out=6 rounds=3}}
1. {word("a breathing's step")}
:::

:::body[{word("a body exercise's title")}]{{#{id("a body exercise's id")}}}
1. {word("a body exercise's step")}
:::

:::phase[{word("a phase's title")}]{{minutes=5}}
{word("a phase's words")}
:::

:::checklist[{word("a checklist's title")}]
- {word("a checklist's item")}
:::

:::inclusion
- {word("a criterion")}
:::
"""


def pages(m):
    """Every page in one language."""
    def page(id, kind, front, body):
        return f"---\nid: {id}\nkind: {kind}\n{front}---\n\n{body}\n"

    guide, secret, said = m.id("a guide's id"), m.id("the id of a therapist's fragment", None), m.id("the id of a transcript", None)
    picture, drawing = m.id("the name of a picture", None), m.id("the name of a drawing in an only block", None)
    sound = m.id("the name of a sound", None)
    yield "home", page("home", "page", "title: Hjem\n", "Velkommen hit.")
    yield "guide", page(guide, "session", f"""title: {m("a guide's title")}
summary: {m("a guide's summary")}
minutes: 9
contact: start
sources: [{m("a guide's source")}]  # {m("a comment in front matter", None)}
""", f"""![{m("a picture's words")}](../media/{picture}.png "{m("a picture's title")}")

::include{{ref={secret}}}

::audio{{src=../media/{sound}.m4a transcript={said}}}

{every_field(m, "therapist")}""")
    yield "week", page(m.id("the id of a page in a week"), "page", f"""title: {m("the title of a page in a week")}
unit: 1
audience: therapist
""", m("the words of a page in a week"))
    yield "secret", page(secret, "fragment", f"title: {m('the title of a fragment', None)}\n", m("a fragment's words"))
    yield "said", page(said, "fragment", f"title: {m('the title of a transcript', None)}\n", m("a transcript's words"))
    yield "own", page(m.id("the id of a fragment that no page includes", None), "fragment", f"title: {m('its title', None)}\n",
                      m("the words of a fragment that no page includes", None))
    yield "shared", page("delt", "page", "title: Delt\n", f"""Alle ser dette.

{m("a shared page's own words", "patient")}

::::only{{audience=therapist}}
{m("an only block's words")} [[{guide}|{m("words of a link in an only block")}]] [[{guide}]]

![{m("words of a drawing in an only block")}](../media/{drawing}.svg)

::include{{ref={secret}}}

{m("a sentence with a note in an only block")}[^skjult]

:::reflection[{m("the title of a task in an only block")}]{{#{m.id("the id of a task in an only block")} share=therapist}}
{m("the words of a task in an only block")}
:::

## {m("a heading in an only block")} {{#{m.id("the anchor of a heading in an only block")}}}
::::

[^skjult]: {m("a note that an only block alone asks for")}

Alle ser dette også.
""")
    yield "nested", page("nestet", "page", "title: Nestet\n", f"""Alle ser dette.

::::phase[Del]
:::only{{audience=therapist}}
{m("an only block inside a phase")}
:::
::::

::include{{ref=felles}}
""")
    yield "common", page("felles", "fragment", "title: Felles\n", f"""{m("a shared fragment's words", "patient")}

:::only{{audience=therapist}}
{m("an only block inside a fragment")}
:::
""")
    yield "module", page("m1", "module", f"""title: {m("a module's title", "course")}
minutes: 9
outcomes:
  - id: o1
    text: {m("an outcome", "course")}
""", f"""{m("a module's words", "course")}

:::quiz[{m("a quiz's title", "course")}]{{#{m.id("a quiz's id", "course")} pass=80}}
### {m("a question", "course")} {{#{m.id("a question's id", "course")} outcome=o1}}

- [x] {m("a right option", "course")} {{#{m.id("the id of a right option", "course")}}}
  > {m("feedback", "course")}
- [ ] {m("a wrong option", "course")} {{#x2}}
  > {m("feedback on a wrong option", "course")}
:::
""")
    yield "draft", page(m.id("a draft's id", None), "page", f"title: {m('a draft s title', None)}\ndraft: true\n", m("a draft's words", None))


def project():
    """The programme's files, and the markers in them."""
    m = Markers()
    tree = {"programme.yaml": programme(m)}
    for language in ("no", "sv"):
        for name, text in pages(m):
            tree[f"content/{language}/{m(f'the name of the file {name}', None)}.md"] = text
    # What a language lacks must not be told of where it is not seen.
    tree["content/no/lone.md"] = f"""---
id: {m("the id of a page in one language")}
kind: page
title: {m("the title of a page in one language")}
audience: therapist
---

{m("the words of a page in one language")}
"""
    tree[f"content/media/{m.id('the name of a picture')}.png"] = png(m("words in a picture's file"))
    tree[f"content/media/{m.id('the name of a drawing in an only block')}.svg"] = SVG.format(m("words in a drawing's file"))
    tree[f"content/media/{m.id('the name of a sound')}.m4a"] = m("bytes of a sound").encode() * 9
    tree[f"content/media/{m('the name of a file that no page shows', None)}.svg"] = SVG.format(m("words in a file that no page shows", None))
    return tree, m


def contents(folder):
    """Every name and every byte below a folder, those in archives opened as well."""
    for path, data in files(folder).items():
        yield path, path.encode() + b"\n" + data
        if path.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for member in archive.infolist():
                    opened = b"\n".join([member.filename.encode(), member.comment, member.extra, archive.read(member)])
                    yield f"{path}!{member.filename}", opened


def found(folder):
    """The markers in an edition, each with the first place it was found in."""
    there = {}
    for path, data in contents(folder):
        for word in re.findall(rb"zq\d{4}x", data.lower()):
            there.setdefault(word.decode(), path)
    return there


class NothingLeaks(Whole):
    def test_markers_stand_where_they_belong_and_nowhere_else(self):
        tree, m = project()
        root = write(self.place / m("the name of the project's folder", None), tree)
        out = self.place / "dist"
        build(root, out)
        seen = {edition: found(out / edition) for edition in ("patient", "therapist", "course")}
        named = lambda word: "{}: {} (for {})".format(word, *m.rows.get(word, ("?", "?")))
        leaks = [f"{named(word)} in {path}" for word, path in seen["patient"].items() if m.rows[word][1] != "patient"]
        leaks += [f"{named(word)} in {edition}/{path}" for edition in ("therapist", "course") for word, path in seen[edition].items()
                  if m.rows[word][1] is None or (m.rows[word][1] == "course" and edition == "therapist")]
        self.none(leaks, "leaks")
        # The search sees: what is for someone is found with them.
        missing = [named(word) for word, (_, who) in m.rows.items() if who and word not in seen[who]]
        self.none(missing, "markers that are nowhere: the search is blind to them, or the product lost them")
        # The status page tells of drafts; no edition holds a file of it.
        draft = next(word for word, (place, _) in m.rows.items() if place == "a draft s title")
        self.assertIn(draft, found(out / INTERNAL))
        self.none([path for edition in seen for path in files(out / edition) if "status" in path], "files of the status page in an edition")
        for who in ("patient", "therapist", "course"):
            self.counted(sum(1 for _, to in m.rows.values() if to == who), f"markers for {who}")
        self.counted(sum(1 for _, to in m.rows.values() if to is None), "markers for no one")
        self.counted(sum(1 for _ in contents(out / "patient")), "files and members searched in the patient's edition")

    def test_a_page_taken_from_the_patient_leaves_the_standing_folder(self):
        tree, m = project()
        root, out = write(self.place / "project", tree), self.place / "dist"
        word = "zq9999x"
        for language in ("no", "sv"):
            write(root, {f"content/{language}/flyttet.md": f"---\nid: flyttet\nkind: page\ntitle: {word}\n---\n\nOrd.\n"})
        build(root, out)
        self.assertIn(word, found(out / "patient"))
        for language in ("no", "sv"):
            path = root / f"content/{language}/flyttet.md"
            path.write_text(path.read_text().replace("kind: page\n", "kind: page\naudience: therapist\n"))
        build(root, out)
        self.assertIn(word, found(out / "therapist"))
        self.assertNotIn(word, found(out / "patient"))
        self.none([path for path in out.rglob(".*")], "hidden leavings")

    def test_what_would_leak_by_a_link_stops_the_build(self):
        links = {
            "a link to a therapist's page": "[[guide]]",
            "a link by its file": "[her](guide.md)",
            "an included fragment": "::include{ref=secret}",
            "a link to a task in an only block": "[[hidden-task]]",
        }
        for name, link in links.items():
            with self.subTest(name):
                out = self.place / name
                root = write(self.place / f"{name} project", {
                    "programme.yaml": "id: p\nversion: 0.1.0\ntitle: { no: P }\nlanguages: { no: { tag: nb } }\neditions:\n  patient: "
                                      "{ audiences: [patient] }\n  therapist: { audiences: [patient, therapist] }\nschedule: { unit: week, count: 1 }\n",
                    "content/no/home.md": f"---\nid: home\nkind: page\ntitle: H\n---\n\nOrd. {link}\n" if link[0] == "[" else
                                          f"---\nid: home\nkind: page\ntitle: H\n---\n\n{link}\n",
                    "content/no/guide.md": "---\nid: guide\nkind: page\ntitle: G\naudience: therapist\n---\n\nOrd.\n",
                    "content/no/secret.md": "---\nid: secret\nkind: fragment\ntitle: S\naudience: therapist\n---\n\nOrd.\n",
                    "content/no/shared.md": "---\nid: shared\nkind: page\ntitle: S\n---\n\nOrd.\n\n::::only{audience=therapist}\n"
                                            ":::reflection[T]{#hidden-task share=private}\nOrd.\n:::\n::::\n",
                })
                done = run("check", "--format", "json", root=root)
                lints = [json.loads(line)["lint"] for line in done.stdout.splitlines()]
                self.assertIn("audience-leak", lints, done.stdout + done.stderr)
                self.assertEqual(run("build", "--out", out, root=root).returncode, 1)
                self.assertFalse(out.exists())
        self.counted(len(links), "ways to leak")


if __name__ == "__main__":
    unittest.main()
