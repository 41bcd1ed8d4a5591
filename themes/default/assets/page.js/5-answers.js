// Tasks that keep what is written in them: filled in again when the page is opened, saved while the reader types, and for tasks
// that are answered again and again a new sheet each time, with the earlier ones to read.
'use strict';

{
  const { answers, ask, reading, word } = andrum;
  /** So long after the last key an answer is kept; what closes the page keeps it at once. */
  const PAUSE = 300;
  const DAY = 24 * 60 * 60 * 1000;
  const now = () => new Date().toISOString();
  const made = (name, words = '', facts = {}) => Object.assign(document.createElement(name), { textContent: words }, facts);
  const button = (words, onclick) => made('button', words, { type: 'button', onclick });

  /** By the kind of a task: what its fields say, and how they are filled. `part` is the task's element, `kept` the value that
   *  was kept before: what it holds beyond these fields is never dropped. */
  const FIELDS = {
    reflection: {
      empty: '',
      read: part => part.querySelector('textarea').value,
      fill: (part, value) => { part.querySelector('textarea').value = value ?? ''; },
    },
    scale: {
      empty: null,
      read: part => {
        const point = part.querySelector('input:checked');
        return point ? Number(point.value) : null;
      },
      fill: (part, value) => part.querySelectorAll('input').forEach(point => { point.checked = Number(point.value) === value && value !== null; }),
    },
    choice: {
      empty: [],
      read: (part, kept) => {
        const options = [...part.querySelectorAll('input')];
        const unknown = (kept ?? []).filter(id => !options.some(option => option.value === id));
        return [...options.filter(option => option.checked).map(option => option.value), ...unknown];
      },
      fill: (part, value) => part.querySelectorAll('input').forEach(option => { option.checked = (value ?? []).includes(option.value); }),
    },
    homework: {
      empty: { done: false, note: '' },
      read: part => ({ done: part.querySelector('input').checked, note: part.querySelector('textarea').value }),
      fill: (part, value) => {
        part.querySelector('input').checked = value?.done ?? false;
        part.querySelector('textarea').value = value?.note ?? '';
      },
    },
    worksheet: {
      empty: [],
      read: (part, kept) => {
        const rows = (kept ?? []).map(row => ({ ...row }));
        part.querySelectorAll('textarea').forEach(({ dataset, value }) => {
          const row = Number(dataset.row) - 1;
          while (rows.length <= row) rows.push({});
          rows[row][dataset.column] = value;
        });
        while (rows.length && !Object.values(rows[rows.length - 1]).some(Boolean)) rows.pop();
        return rows;
      },
      fill: (part, value) => part.querySelectorAll('textarea').forEach(field => {
        field.value = value?.[Number(field.dataset.row) - 1]?.[field.dataset.column] ?? '';
      }),
    },
  };

  /** How long an answer to a task with `every` is the one to write on. */
  function isCurrent(on, every) {
    const begun = new Date(on);
    const number = Number(every.match(/\d+/) ?? 1);
    const days = every === 'week' ? 7 : every.startsWith('P') ? number * { D: 1, W: 7, M: 30 }[every.slice(-1)] : 1;
    const midnight = time => new Date(time.getFullYear(), time.getMonth(), time.getDate());
    return Math.round((midnight(new Date()) - midnight(begun)) / DAY) < days;
  }

  /** A task on the page: its parts (itself, or those of a check-in), and the sheet that is being written on. */
  class Sheet {
    constructor(element) {
      this.element = element;
      this.parts = element.dataset.block === 'checkin' ? [...element.querySelectorAll('[data-task]')] : [element];
      this.every = element.dataset.every ?? element.dataset.when;
      this.saved = element.querySelector('[data-saved]');
      this.acts = made('p', '', { className: 'acts' });
      this.past = made('div', '', { className: 'past' });
      this.saved.after(this.acts, this.past);
      this.saved.hidden = false;
      this.say(word("stays-here"), undefined);
      this.kept = new Map();
      this.on = this.every ? null : '';
      this.ready = this.load().then(() => { this.ready = null; });
      element.addEventListener('input', ({ target }) => target.closest('.past') || this.later(target));
      element.addEventListener('change', ({ target }) => target.closest('.past') || this.save());
    }

    kind(part) {
      return part.dataset.block;
    }

    /** Says how it stands with the answer. A screen reader hears of a change, and not of each time it was saved. */
    say(words, state) {
      this.saved.setAttribute('aria-live', state === this.state ? 'off' : 'polite');
      this.state = state;
      if (this.saved.textContent !== words) this.saved.textContent = words;
    }

    /** Reads what is kept and shows it; a sheet whose time has passed is among the earlier ones. */
    async load(fresh = false) {
      this.touched = new Set();
      const all = await Promise.all(this.parts.map(part => answers.of(part.dataset.task)));
      const times = [...new Set(all.flat().map(entry => entry.on))].filter(Boolean).sort();
      const newest = times[times.length - 1];
      this.on = !this.every ? '' : (!fresh && newest && isCurrent(newest, this.every) ? newest : null);
      this.parts.forEach((part, at) => {
        const entry = all[at].find(entry => entry.on === this.on);
        this.kept.set(part, entry);
        this.fill(part, entry?.value ?? null);
      });
      this.shown(all);
    }

    /** Shows what is kept. What the reader has written since it was asked for stays: a phone may be slow. */
    fill(part, value) {
      const fields = [...this.touched].filter(field => part.contains(field));
      const written = fields.map(field => ({ field, words: field.value, checked: field.checked }));
      FIELDS[this.kind(part)].fill(part, value);
      written.forEach(({ field, words, checked }) => {
        if (field.matches('textarea')) field.value = words.startsWith(field.value) ? words : `${field.value}\n${words}`;
        else field.checked = checked;
      });
    }

    /** Saves soon: a key at a time would be too often. */
    later(field) {
      this.touched.add(field);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), PAUSE);
      fit(this.element);
    }

    /** Saves what the fields say, if it is another than what is kept. */
    async save() {
      clearTimeout(this.timer);
      this.timer = null;
      // Nothing is waited for where a page is being closed.
      if (this.ready) await this.ready;
      const changed = this.parts.flatMap(part => {
        const kept = this.kept.get(part);
        const value = FIELDS[this.kind(part)].read(part, kept?.value);
        const before = kept ? kept.value : FIELDS[this.kind(part)].empty;
        return JSON.stringify(value) === JSON.stringify(before) ? [] : [{ part, value }];
      });
      if (changed.length === 0) return;
      if (this.on === null) this.on = now();
      const entries = changed.map(({ part, value }) => ({ task: part.dataset.task, on: this.on, value, saved: now() }));
      changed.forEach(({ part }, at) => this.kept.set(part, entries[at]));
      try {
        await answers.keep(entries);
        const lasting = await answers.lasting;
        this.say(lasting ? word("saved-at", { time: reading.time(entries[0].saved) }) : word("not-lasting"), 'saved');
      } catch {
        // The next key tries again.
        changed.forEach(({ part }) => this.kept.delete(part));
        this.say(word("not-saved"), 'failed');
      }
      this.shown(await Promise.all(this.parts.map(part => answers.of(part.dataset.task))));
    }

    /** What can be done with the sheet, the earlier ones, and the line over time. */
    shown(all) {
      fit(this.element);
      const written = this.parts.some(part => this.lines(part, this.kept.get(part)?.value).length > 0);
      this.acts.replaceChildren(...(written ? [
        ...(this.every ? [button(word("begin-new"), () => this.load(true).then(() => this.element.querySelector('textarea, input')?.focus()))] : []),
        button(word("erase-answer"), () => this.erase([this.on])),
      ] : []));
      const times = [...new Set(all.flat().map(entry => entry.on))].filter(on => on && on !== this.on).sort().reverse();
      this.past.replaceChildren();
      const rows = times.map(on => this.earlier(on, all)).filter(Boolean);
      if (rows.length > 0) {
        const details = made('details');
        const list = made('ol', '', { reversed: true });
        list.append(...rows);
        details.append(made('summary', word("earlier", { count: rows.length })), list);
        this.past.append(details);
      }
      this.parts.forEach((part, at) => {
        part.querySelector('figure.line')?.remove();
        if (!this.every || this.kind(part) !== 'scale') return;
        const points = [...part.querySelectorAll('.point')];
        const end = point => ({ at: Number(point.querySelector('input').value), words: point.querySelector('.anchor')?.textContent ?? '' });
        const [low, high] = [end(points[0]), end(points[points.length - 1])];
        const line = andrum.line(all[at], { from: low.at, to: high.at, low: low.words, high: high.words });
        if (line) part.querySelector('fieldset').after(line);
      });
    }

    /** An earlier sheet to read, or to remove. */
    earlier(on, all) {
      const lines = this.parts.flatMap((part, at) => {
        const lines = this.lines(part, all[at].find(entry => entry.on === on)?.value);
        const title = this.parts.length > 1 ? part.querySelector('legend')?.textContent.trim() : '';
        return title ? lines.map(line => `${title}: ${line}`) : lines;
      });
      if (lines.length === 0) return null;
      const item = made('li');
      item.append(made('strong', `${reading.day(on)}, ${reading.time(on)}`), ...lines.map(line => made('p', line)), button(word("erase-answer"), () => this.erase([on])));
      return item;
    }

    lines(part, value) {
      const labels = {};
      part.querySelectorAll('.option input').forEach(option => { labels[option.value] = option.closest('label').textContent.trim(); });
      part.querySelectorAll('.anchored').forEach(point => { labels[point.querySelector('input').value] = point.querySelector('.anchor').textContent.trim(); });
      part.querySelectorAll('th[id]').forEach(column => { labels[column.id.slice(part.id.length + 1)] = column.textContent.trim(); });
      return reading.lines(this.kind(part), value, labels);
    }

    async erase(times) {
      if (!await ask(word("erase-answer-question"), word("erase-answer"))) return;
      const all = await Promise.all(this.parts.map(part => answers.of(part.dataset.task)));
      await answers.remove(all.flat().filter(entry => times.includes(entry.on)));
      await this.load(this.on !== null && times.includes(this.on) && Boolean(this.every));
      this.say(word("erased"), 'erased');
    }
  }

  /** Fields grow with their words, and stand whole on paper, where a field would cut them off. */
  function fit(element) {
    element.querySelectorAll('textarea').forEach(field => {
      if (!CSS.supports('field-sizing', 'content')) {
        field.style.height = 'auto';
        field.style.height = `${field.scrollHeight + 2}px`;
      }
      const copy = field.nextElementSibling?.matches('.written') ? field.nextElementSibling : made('div', '', { className: 'written', ariaHidden: 'true' });
      copy.textContent = field.value;
      if (!copy.isConnected) field.after(copy);
      field.classList.toggle('filled', field.value.trim() !== '');
    });
  }

  const sheets = [...document.querySelectorAll('.task:not(.task-quiz)')].filter(task => task.dataset.task).map(task => new Sheet(task));
  const atOnce = () => sheets.forEach(sheet => sheet.timer && sheet.save());
  addEventListener('pagehide', atOnce);
  document.addEventListener('visibilitychange', () => document.hidden && atOnce());

  // What was written in another tab is shown here, unless this one is being written in.
  answers.heard(() => sheets.forEach(sheet => sheet.timer || sheet.element.contains(document.activeElement) || sheet.load()));

  answers.lasting.then(lasting => {
    if (lasting || sheets.length === 0) return;
    const note = made('div', '', { className: 'callout callout-caution' });
    note.append(made('p', word("not-lasting-title"), { className: 'callout-title' }), made('p', word("not-lasting-more")));
    sheets[0].element.before(note);
  });
}
