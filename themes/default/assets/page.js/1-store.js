// Where answers are kept: in this browser, on this device, and nowhere else.
//
// One IndexedDB database a programme, so that answers are there in every version, language and edition on the same host, and a
// browser that is killed has lost nothing that was kept. An entry is { task, on, value, saved }: `on` is empty, or for a task
// that is answered again and again the time at which this answer was begun; `saved` is when it was last changed. Both are ISO
// 8601. Where the browser keeps nothing, answers live as long as the page, and `lasting` says so.
//
// What a page that is being closed hands to the database may not get through. So each entry is noted in `localStorage` first,
// which is done at once, and struck off when the database has it; what is noted still is taken in before anything is read.
'use strict';

andrum.answers = (() => {
  const name = `andrum ${andrum.site.programme}`;
  const STORE = 'answers';
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(name) : null;
  const brief = new Map();

  const done = request => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  let database = null;
  const opened = (async () => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ['task', 'on'] });
    database = await done(request);
    // Another tab may erase or upgrade; this one must not stand in its way.
    database.onversionchange = () => database.close();
    return true;
  })().catch(() => false);

  /** Changes what is kept, in one transaction; over when the browser says that all of it is kept. */
  function change(work) {
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, 'readwrite');
      transaction.oncomplete = resolve;
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
      work(transaction.objectStore(STORE));
      transaction.commit?.();
    });
  }

  const NOTES = `${name} on the way`;
  const key = ({ task, on }) => JSON.stringify([task, on]);

  /** Those of the entries that are newer than what is here. */
  function newer(entries, here) {
    const saved = new Map(here.map(entry => [key(entry), entry.saved]));
    return entries.filter(entry => !(saved.get(key(entry)) >= entry.saved));
  }

  function noted() {
    try {
      return JSON.parse(localStorage.getItem(NOTES)) ?? [];
    } catch {
      return [];
    }
  }

  function write(notes) {
    try {
      if (notes.length > 0) localStorage.setItem(NOTES, JSON.stringify(notes));
      else localStorage.removeItem(NOTES);
    } catch {
      // A browser that keeps no notes may still have a database.
    }
  }

  const note = entries => write([...entries, ...newer(noted(), entries)]);
  const strike = entries => write(newer(noted(), entries));

  const read = range => done(database.transaction(STORE, 'readonly').objectStore(STORE).getAll(range));

  /** Whether there is a database; what pages before this one noted is then in it. */
  async function ready() {
    const lasting = await opened;
    const entries = noted();
    if (entries.length > 0) {
      const fresh = lasting ? newer(entries, await read()) : [];
      if (fresh.length > 0) await change(store => fresh.forEach(entry => store.put(entry)));
      strike(entries);
    }
    return lasting;
  }

  const byTime = entries => entries.sort((one, other) => (one.on < other.on ? -1 : 1));
  const tell = () => channel?.postMessage('changed');

  return {
    /** Whether what is written is still there tomorrow. */
    lasting: opened,

    /** The answers to a task, the oldest first. */
    async of(task) {
      if (!await ready()) return byTime([...brief.values()].filter(entry => entry.task === task));
      return read(IDBKeyRange.bound([task], [task, []]));
    },

    async all() {
      if (!await ready()) return byTime([...brief.values()]);
      return read();
    },

    async keep(entries) {
      note(entries);
      if (!database && !await opened) entries.forEach(entry => brief.set(key(entry), entry));
      else await change(store => entries.forEach(entry => store.put(entry)));
      strike(entries);
      tell();
    },

    async remove(entries) {
      strike(entries);
      if (!await opened) entries.forEach(entry => brief.delete(key(entry)));
      else await change(store => entries.forEach(({ task, on }) => store.delete([task, on])));
      tell();
    },

    /** Takes answers that were exported: what is here and newer stays. Returns how many were taken. */
    async take(entries) {
      const fresh = newer(entries, await this.all());
      await this.keep(fresh);
      return fresh.length;
    },

    /** Calls back when another tab has changed something. */
    heard(back) {
      channel?.addEventListener('message', back);
    },
  };
})();
