// The page of answers: everything that is kept here, to read, take along, save as a file, bring back, print or erase.
'use strict';

{
  const { answers, ask, reading, word, tasks } = andrum;
  const FORMAT = 'andrum-answers/1';
  const { programme } = andrum.site;
  const made = (name, words = '', facts = {}) => Object.assign(document.createElement(name), { textContent: words }, facts);
  const part = name => document.querySelector(`[data-mine="${name}"]`);
  const on = (name, act) => part(name).addEventListener('click', act);
  const status = words => { part('status').textContent = words; };
  const today = () => new Date().toISOString().slice(0, 10);

  /** Answers with something in them, by the page they are on, in reading order; those of no page of this version last. */
  async function groups(wanted = () => true) {
    const order = Object.keys(tasks.tasks);
    const known = (await answers.all())
      .map(entry => ({ ...entry, about: tasks.tasks[entry.task] ?? null }))
      .map(entry => ({ ...entry, lines: reading.lines(entry.about?.kind, entry.value, entry.about?.labels) }))
      .filter(entry => entry.lines.length > 0 && wanted(entry))
      .sort((one, other) => order.indexOf(one.task) - order.indexOf(other.task));
    const pages = new Map();
    known.forEach(entry => {
      const page = entry.about?.page ?? null;
      pages.set(page, [...(pages.get(page) ?? []), entry]);
    });
    return [...pages].sort(([one], [other]) => (one === null) - (other === null));
  }

  const titleOf = page => {
    if (page === null) return word("mine-elsewhere");
    const { title, unit } = tasks.pages[page];
    return unit ? `${unit}: ${title}` : title;
  };

  const nameOf = ({ about, task }) => {
    const group = about?.of && tasks.tasks[about.of]?.title;
    return [group, about?.title ?? task].filter(Boolean).join(' – ');
  };

  /** Answers as a list of pages, each with its tasks. */
  function shown(list) {
    return list.map(([page, entries]) => {
      const section = made('section', '', { className: 'mine-page' });
      const heading = made('h3');
      if (page === null) heading.textContent = titleOf(null);
      else heading.append(made('a', titleOf(page), { href: `${page}/index.html` }));
      section.append(heading, ...entries.flatMap(entry => [
        made('h4', entry.on ? `${nameOf(entry)}, ${reading.day(entry.on)}` : nameOf(entry)),
        ...entry.lines.map(line => made('p', line, { className: 'mine-answer' })),
      ]));
      return section;
    });
  }

  /** The same as plain text that opens anywhere. */
  function plain(list, title) {
    const lines = list.flatMap(([page, entries]) => ['', titleOf(page), '', ...entries.flatMap(entry => [
      `* ${entry.on ? `${nameOf(entry)}, ${reading.day(entry.on)}` : nameOf(entry)}`,
      ...entry.lines.flatMap(line => line.split('\n')).map(line => `  ${line}`),
    ])]);
    return [title, reading.day(new Date().toISOString()), ...lines, ''].join('\r\n');
  }

  function save(name, type, text) {
    const address = URL.createObjectURL(new Blob([text], { type }));
    made('a', '', { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  async function draw() {
    const list = await groups();
    part('list').replaceChildren(...(list.length ? shown(list) : [made('p', word("mine-none"))]));
    document.querySelectorAll('[data-needs-answers]').forEach(it => { it.hidden = list.length === 0; });
    const shared = await groups(isShared);
    part('shared').hidden = shared.length === 0;
    part('shared-list').replaceChildren(...shown(shared));
  }

  /** What was meant for the talk with the therapist; in a check-in its parts go with it. */
  function isShared({ about }) {
    return (tasks.tasks[about?.of] ?? about)?.share === 'therapist';
  }

  /** The answers of an exported file; throws the word that says what is wrong with it. */
  function exported(text) {
    let file;
    try {
      file = JSON.parse(text);
    } catch {
      throw word("mine-import-broken");
    }
    if (file?.format !== FORMAT || !Array.isArray(file.answers)) throw word("mine-import-broken");
    if (file.programme !== programme) throw word("mine-import-other", { programme: String(file.programme) });
    const isEntry = it => typeof it?.task === 'string' && typeof it.on === 'string' && typeof it.saved === 'string' && 'value' in it;
    if (!file.answers.every(isEntry)) throw word("mine-import-broken");
    return file.answers.map(({ task, on: begun, value, saved }) => ({ task, on: begun, value, saved }));
  }

  async function persistence() {
    const storage = navigator.storage;
    if (!await answers.lasting) {
      part('keeping').textContent = word("not-lasting-more");
      return;
    }
    const persisted = await storage?.persisted?.();
    part('keeping').textContent = persisted ? word("mine-persisted") : word("mine-not-persisted");
    part('persist').hidden = persisted || !storage?.persist;
  }

  on('text', async () => save(`${programme}-${today()}.txt`, 'text/plain;charset=utf-8', plain(await groups(), document.title)));
  on('json', async () => {
    const file = { format: FORMAT, programme, version: andrum.site.version, exported: new Date().toISOString(), answers: await answers.all() };
    save(`${programme}-${today()}.json`, 'application/json', `${JSON.stringify(file, null, 2)}\n`);
  });
  on('print', () => print());
  on('shared-text', async () => save(`${programme}-${word("mine-shared-file")}-${today()}.txt`, 'text/plain;charset=utf-8', plain(await groups(isShared), word("mine-shared"))));
  on('shared-print', () => {
    document.body.classList.add('only-shared');
    addEventListener('afterprint', () => document.body.classList.remove('only-shared'), { once: true });
    print();
  });
  on('persist', async () => {
    const kept = await navigator.storage.persist();
    if (!kept) status(word("mine-persist-refused"));
    await persistence();
  });
  on('erase', async () => {
    if (!await ask(word("mine-erase-question"), word("mine-erase"))) return;
    const gone = await answers.all();
    await answers.remove(gone);
    await draw();
    status(word("mine-erased"));
    const undo = made('button', word("mine-undo"), { type: 'button' });
    undo.addEventListener('click', async () => {
      await answers.take(gone);
      await draw();
      status(word("mine-undone"));
    });
    part('status').append(' ', undo);
    undo.focus();
  });
  part('import').addEventListener('change', async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    try {
      const entries = exported(await file.text());
      const taken = await answers.take(entries);
      await draw();
      status(word("mine-imported", { taken, all: entries.length }));
    } catch (fault) {
      status(typeof fault === 'string' ? fault : word("not-saved"));
    }
    target.value = '';
  });

  // A browser that can install the site says so; others are told in words where it is.
  addEventListener('beforeinstallprompt', event => {
    event.preventDefault();
    const button = part('install');
    button.hidden = false;
    button.addEventListener('click', () => event.prompt(), { once: true });
  });
  addEventListener('appinstalled', () => { part('install').hidden = true; });

  answers.heard(draw);
  document.querySelectorAll('[data-mine-all]').forEach(it => { it.hidden = false; });
  draw();
  persistence();
}
