// A small programme with every kind of task, released and signed by the program itself, for tests of what reads bundles.

import { execFileSync } from 'node:child_process';
import { webcrypto } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { andrum } from '../../tests/browser/product.mjs';

// Browsers have it, and Node from 20 on.
globalThis.crypto ??= webcrypto;

const PROGRAMME = `id: rolig
version: 1.0.0
title: { no: Rolig, sv: Lugn }
languages: { no: { tag: nb }, sv: { tag: sv } }
editions: { patient: { audiences: [patient] }, therapist: { audiences: [patient, therapist] } }
schedule: { unit: week, count: 2 }
emergency:
  no: [ { number: "113", for: { no: Akutt fare for liv, sv: Akut fara för livet } } ]
  se: [ { number: "112", for: { no: Akutt fare for liv, sv: Akut fara för livet } } ]
governance: { publisher: A, owner: A, content_manager: A, contact: { name: A, email: a@example.org }, designer: A, start: "2026", used_by: A, required_training: A, evidence: A }
`;

const PAGES = {
  home: 'kind: page\ntitle: Hjem\n---\n\nVelkommen. Begynn med [[w01-rest]].\n',
  crisis: 'kind: page\ntitle: Når det haster\n---\n\nRing 113 i Norge og 112 i Sverige.\n',
  privacy: 'kind: page\ntitle: Svarene dine\n---\n\nDe blir på telefonen.\n',
  accessibility: 'kind: page\ntitle: Tilgjengelighet\n---\n\nSi fra hvis noe ikke går.\n',
  'w01-rest': `kind: theme
unit: 1
title: Hvile
minutes: 20
---

Kroppen *trenger* **hvile**.[^1] Les mer om [[long-exhale|å puste]], eller på [nettet](https://example.org/).

[^1]: Det sier de fleste.

## Tre steder å lete

![En stol ved et vindu](../media/stol.svg)

1. Kjeven.
2. Skuldrene.

| Tid | Gjør |
|---|---|
| 22 | Ligge |

> [!TIP]
> Gå sakte.

> Hvile er ikke latskap.

::exercise{ref=long-exhale}

:::reflection[Når hvilte du sist?]{#last minutes=5 share=private}
Skriv om det.
:::

:::scale[Hvor trøtt er du?]{#tired every=day share=private}
- 0: ikke trøtt
- 10: så trøtt jeg kan bli
:::

:::choice[Hvordan hviler du?]{#how share=private}
- Ligge {#lie}
- Gå {#walk}
:::

:::choice[Hvor kjennes det?]{#where share=private many}
- Kjeven {#jaw}
- Magen {#stomach}
:::

:::homework[Gå en tur]{#stroll share=therapist}
1. Gå ut.
2. Gå hjem.
:::

:::worksheet[Tar og gir]{#balance rows=2 share=private}
| Tar {#takes} | Gir {#gives} |
|---|---|
| | |
:::

::::checkin[Hvordan er kvelden?]{#tonight when=day}
:::scale[Hvor rolig er du?]{#calm share=private}
:::
::::
`,
  'w02-learn': `kind: theme
unit: 2
title: Lære
---

:::quiz[Ett spørsmål]{#check pass=100}
### Hva gjør du når du er trøtt? {#first}

- [x] Hviler {#rest}
  > Ja.
- [ ] Løper {#run}
  > Ikke nå.
:::
`,
  'long-exhale': `kind: exercise
title: Lang utpust
minutes: 2
always_available: true
---

:::breathing[Lang utpust]{#long in=4 out=6 rounds=10}
1. Pust inn.
2. Pust ut.
:::
`,
  guide: 'kind: page\naudience: [therapist]\ntitle: For behandleren\n---\n\nBare for deg som behandler.\n',
};

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><path d="M10 80V10h30"/></svg>';

/** What the second version says otherwise: a word, and a task with an id of its own in another's place. */
const EDITS = [
  ['Kroppen *trenger* **hvile**', 'Kroppen *trenger* **hvile** hver dag'],
  ['{#last minutes=5', '{#rested minutes=5'],
];

/** Releases both versions into a folder that goes away, and returns its editions' folders and the public key. */
export function released() {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'andrum-client-'));
  process.on('exit', () => fs.rmSync(place, { recursive: true, force: true }));
  const [root, out, key] = ['project', 'dist', 'release.key'].map(name => path.join(place, name));
  const run = (...args) => execFileSync(andrum, args, { cwd: place, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const git = (...args) => execFileSync('git', ['-C', root, ...args], { stdio: 'pipe' });
  const write = (file, text) => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  };
  write('programme.yaml', PROGRAMME);
  write('content/media/stol.svg', DRAWING);
  const pages = change => {
    for (const [id, text] of Object.entries(PAGES)) {
      write(`content/no/${id}.md`, `---\nid: ${id}\n${change(text)}`);
      write(`content/sv/${id}.md`, `---\nid: ${id}\n${change(text).replace('Hvile\n', 'Vila\n').replace('title: Hjem', 'title: Hem')}`);
    }
  };
  pages(text => text);
  git('init', '-q');
  git('config', 'user.name', 'Kari');
  git('config', 'user.email', 'kari@example.org');
  const publicKey = run('key', 'new', key, '--no-password', '--quiet').trim();
  const release = () => {
    git('add', '-A');
    git('commit', '-qm', 'Innhold');
    run('release', '--unapproved', '--quiet', '--root', root, '--out', out, '--key', key);
  };
  release();
  pages(text => EDITS.reduce((text, [before, after]) => text.replace(before, after), text));
  const lock = path.join(root, 'programme.lock');
  fs.writeFileSync(lock, fs.readFileSync(lock, 'utf8').replace('retired: {}', 'retired: { last: { replaced_by: rested } }'));
  release();
  return { out, publicKey, bundle: (version, edition = 'patient') => path.join(out, edition, version, 'bundle') };
}
