"""A small programme that nothing stands against, its history in git, and keys to sign it with."""

import json
import subprocess

from program import InGit, run, write

PROGRAMME = """# Et lite program, helt til å kunne utgis.
id: prove
version: 1.0.0   # den første
title: { no: Prøve, sv: Prov }
languages: { no: { tag: nb }, sv: { tag: sv } }
editions:
  patient: { audiences: [patient] }
  therapist: { audiences: [patient, therapist] }
schedule: { unit: week, count: 2 }
approvals: [clinical]
governance: { publisher: A, owner: A, content_manager: A, contact: { name: A, email: a@example.org }, designer: A, start: "2026", used_by: A, required_training: A, evidence: A }
base_url: https://example.org/prove
"""

PAGES = {
    "home": "kind: page\ntitle: Hjem\n---\n\nVelkommen.\n",
    "crisis": "kind: page\ntitle: Krise\n---\n\nRing noen.\n",
    "privacy": "kind: page\ntitle: Svarene dine\n---\n\nDe blir på telefonen.\n",
    "accessibility": "kind: page\ntitle: Tilgjengelighet\n---\n\nSi fra hvis noe ikke går.\n",
    "w01-rest": """kind: theme
unit: 1
title: Hvile
---

Hvil når du er trøtt.

![En stol ved et vindu](../media/stol.svg)

## Hvorfor hvile?

Kroppen trenger det.

:::reflection[Når hvilte du sist?]{#last minutes=5 share=private}
Skriv om det.
:::

:::scale[Hvor trøtt er du?]{#tired}
- 0: ikke trøtt
- 10: så trøtt jeg kan bli
:::

:::choice[Hvordan hviler du?]{#how}
- Ligge {#lie}
- Gå {#walk}
:::
""",
    "w02-later": "kind: theme\nunit: 2\ntitle: Senere\n---\n\nLes når du vil.\n",
    "m1": """kind: page
audience: [therapist]
title: For behandleren
---

Bare for deg som behandler.

:::quiz[Ett spørsmål]{#m1-check pass=80}
### Hva gjør du? {#m1-first}

- [x] Spør {#ask}
- [ ] Venter {#wait}
:::
""",
    "breath": """kind: exercise
title: Pust
minutes: 2
---

:::breathing[Lang utpust]{#long in=4 out=6 rounds=10}
1. Pust.
:::
""",
}

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>Stol</title></svg>'


def project():
    """The programme's files by path. The Swedish pages read like the Norwegian ones."""
    files = {"programme.yaml": PROGRAMME, "content/media/stol.svg": DRAWING}
    for language in ("no", "sv"):
        for id, text in PAGES.items():
            files[f"content/{language}/{id}.md"] = f"---\nid: {id}\n{text}"
    return files


class Releasable(InGit):
    """A test of the programme above in a folder of its own, committed and approved, with a key."""

    def setUp(self):
        super().setUp()
        self.root = write(self.place / "prosjekt æøå", project())
        self.out = self.place / "ut"
        self.key = self.place / "nøkkel.key"
        self.public = run("key", "new", self.key, "--no-password").stdout.strip()
        self.git("init", "-q", "--template=")
        self.git("config", "user.name", "Kari")
        self.git("config", "user.email", "kari@example.org")
        self.approve()
        self.commit("Først")

    def approve(self):
        done = run("approve", "--all", "--role", "clinical", "--by", "Kari", root=self.root)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def edited(self, path, before, after):
        """The same edit in both languages, approved and committed."""
        for language in ("no", "sv"):
            self.edit(f"content/{language}/{path}.md", before, after)
        self.settled()

    def settled(self):
        self.approve()
        self.commit("Endret")

    def release(self, *args, code=0):
        done = run("release", "--key", self.key, "--out", self.out, *args, root=self.root)
        self.assertEqual(done.returncode, code, f"{args}\n{done.stdout}{done.stderr}")
        return done

    def verify(self, path=None, code=0, key=True):
        done = run("verify", path or self.out, *(["--key", self.public] if key else []))
        self.assertEqual(done.returncode, code, f"{done.stdout}{done.stderr}")
        return done

    def told(self, *args):
        """What `andrum diff` says: the bump, and the name of each change with it."""
        told = json.loads(self.andrum("diff", "--format", "json", *args).stdout)
        return told["bump"], sorted((row["bump"], row["what"]) for row in told["changes"])

    def read(self, path, edition="patient"):
        return json.loads((self.out / edition / path).read_text())

    def asked(self, *args):
        """What git answers."""
        return subprocess.run(["git", "-C", self.root, *args], check=True, capture_output=True, text=True).stdout.strip()
