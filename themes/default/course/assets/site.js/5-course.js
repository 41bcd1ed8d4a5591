// A page of a course inside the window that an LMS opened: it says where the learner is and what they have read, and shows how
// far they are. A page that stands alone can be read, and says where the course is.
'use strict';

{
  const { site, word } = andrum;
  const made = (name, words = '', facts = {}) => Object.assign(document.createElement(name), { textContent: words }, facts);

  /** The session of the window around this one. */
  function around() {
    try {
      return parent === window ? null : parent.andrum?.session ?? null;
    } catch {
      return null;
    }
  }

  const session = around();
  andrum.session ??= session;
  const { page, up } = site;
  const at = id => `${up}${id === 'home' ? '' : `${id}/`}index.html`;

  /** What a module's state is called. */
  const said = module => {
    const tried = module.checks.filter(check => check.tries > 0);
    if (module.changed) return word("module-changed");
    if (module.isNew) return word("module-new");
    if (module.done && module.checks.every(check => check.passed)) return word("module-done");
    if (tried.some(check => !check.passed)) return word("module-not-passed");
    if (module.read && module.checks.some(check => check.tries === 0)) return word("module-check-left");
    return tried.length > 0 && !module.read ? word("module-text-left") : '';
  };

  /** Fills a list of modules once, and changes in it afterwards only what is said of each: who stands on a link stays there. */
  function modules(list) {
    const rows = session.judged().modules;
    if (!list.dataset.filled) {
      list.dataset.filled = 'true';
      list.replaceChildren(...rows.map(module => {
        const link = made('a', module.title, { href: at(module.id) });
        link.setAttribute('aria-current', module.id === page ? 'page' : 'false');
        const item = made('li');
        item.append(link, ' ', made('span', '', { className: 'meta' }));
        return item;
      }));
    }
    rows.forEach((module, at) => {
      const item = list.children[at];
      item.querySelector('.meta').textContent = said(module);
      item.classList.toggle('done', module.done);
    });
  }

  /** The module after this one, and after the last the way back to the start. */
  function pager(nav) {
    const all = session.course.modules;
    const here = all.findIndex(module => module.id === page);
    if (here < 0) return;
    const link = (row, kind, name) => {
      const anchor = made('a', '', { className: kind, href: at(row.id) });
      anchor.append(made('small', name), ' ', made('span', row.title));
      return anchor;
    };
    const home = { id: 'home', title: word("course-contents") };
    nav.replaceChildren(link(all[here - 1] ?? home, 'previous', word("previous")), link(all[here + 1] ?? home, 'next', word("next")));
    nav.hidden = false;
  }

  function summary(place) {
    const judged = session.judged();
    const { course } = session;
    const lines = [];
    if (judged.from) {
      const names = rows => rows.map(module => module.title).join(', ');
      const [changed, fresh] = [judged.modules.filter(row => row.changed), judged.modules.filter(row => row.isNew)];
      lines.push(word("course-newer", { before: judged.from, now: course.version }));
      if (changed.length > 0) lines.push(word("course-changed", { modules: names(changed) }));
      if (fresh.length > 0) lines.push(word("course-new", { modules: names(fresh) }));
      if (changed.length + fresh.length === 0) lines.push(word("course-same"));
    }
    if (judged.score !== null && judged.modules.some(row => row.checks.some(check => check.tries > 0))) {
      lines.push(word("course-score", { right: judged.right, of: judged.of, score: judged.score }));
    }
    if (judged.passed) lines.push(word("course-passed"));
    else if (judged.success === false) lines.push(judged.open ? word("course-not-passed", { pass: course.pass }) : word("course-failed"));
    if (lines.join() === [...place.children].map(line => line.textContent).join()) return;
    place.replaceChildren(...lines.map(words => made('p', words)));
    place.hidden = lines.length === 0;
  }

  function show() {
    document.querySelectorAll('[data-modules]').forEach(modules);
    document.querySelectorAll('[data-course]').forEach(summary);
  }

  /** The last heading above the middle of the window: where a learner finds their place again. */
  function near() {
    const above = [...document.querySelectorAll('main h2[id], main h3[id]')].filter(heading => heading.getBoundingClientRect().top < innerHeight / 2);
    return above.length > 0 && scrollY > 0 ? `${page}#${above.at(-1).id}` : page;
  }

  if (session) {
    show();
    document.querySelectorAll('[data-pager]').forEach(pager);
    document.querySelectorAll('[data-with-lms]').forEach(part => { part.hidden = false; });
    addEventListener('pagehide', session.heard(show));
    session.at(page + location.hash);
    // Whoever has come to the end of a module has read it; a short one is read after a moment.
    const end = document.querySelector('[data-end]');
    const isModule = session.course.modules.some(module => module.id === page);
    const isAtEnd = () => isModule && end && end.getBoundingClientRect().top <= innerHeight;
    const look = () => {
      session.at(near());
      if (isAtEnd()) setTimeout(() => { if (isAtEnd()) session.finished(page); }, 1_000);
    };
    let waits = 0;
    addEventListener('scroll', () => {
      clearTimeout(waits);
      waits = setTimeout(look, 400);
    }, { passive: true });
    addEventListener('load', () => { if (isAtEnd()) look(); });
  } else if (!document.querySelector('[data-pages]')) {
    document.querySelectorAll('[data-alone]').forEach(part => { part.hidden = false; });
  }

  // The window belongs to the LMS, and other sites refuse to be shown in it.
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href]');
    if (link && link.origin !== location.origin && link.protocol.startsWith('http')) Object.assign(link, { target: '_blank', rel: 'noopener' });
  });
}
