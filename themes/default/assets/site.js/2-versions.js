// Other versions of the page being read: a list that keeps the reader's place, and a quiet line where a newer one exists.
// A participant stays on the version they began with, so nothing here asks anyone to move.
'use strict';

{
  const { served, root, version, language } = andrum.site;
  const { word } = andrum;
  const link = document.querySelector('a.versions');

  if (served && link) {
    const folder = new URL(`${root}../`, location);
    fetch(new URL('versions.json', folder)).then(answer => (answer.ok ? answer.json() : null)).then(list => {
      if (list) show(list.versions);
    }, () => {
      // Without a network the link to the list of versions stays as it is.
    });

    /** Shows the versions there are, newest first. */
    function show(rows) {
      const at = rows.findIndex(row => row.version === version);
      const newer = rows.slice(0, Math.max(at, 0)).find(row => row.released);
      if (newer) link.closest('p').after(line('p', word("newer-version", { version: newer.version })));
      const others = rows.filter(row => row.version !== version);
      if (others.length === 0) return;
      const details = document.createElement('details');
      details.className = 'versions';
      details.append(line('summary', link.textContent), document.createElement('ul'));
      details.addEventListener('toggle', () => fill(details.lastChild, others), { once: true });
      link.replaceWith(details);
    }

    /** A link to this page in each version, once it is known to be there. */
    async function fill(list, rows) {
      const place = location.pathname.slice(new URL(root, location).pathname.length);
      for (const row of rows) {
        const item = document.createElement('li');
        list.append(item);
        const there = new URL(`${row.version}/${place}`, folder);
        const answer = await fetch(there, { method: 'HEAD' }).catch(() => null);
        if (answer?.ok) {
          item.append(anchor(there + location.hash, word("version-same", { version: row.version })));
        } else {
          const home = row.languages.includes(language) ? `${row.version}/${language}/index.html` : `${row.version}/index.html`;
          item.append(`${word("version-without", { version: row.version })} `, anchor(new URL(home, folder).href, word("version-home")));
        }
      }
    }

    function line(name, words) {
      return Object.assign(document.createElement(name), { textContent: words });
    }

    function anchor(href, words) {
      return Object.assign(line('a', words), { href });
    }
  }
}
