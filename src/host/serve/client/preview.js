// On every page of a preview: follows the content, shows what is wrong with it over the page, and tells the author in a bar how
// the page stands. Stands in a shadow tree, so that neither it nor the theme changes how the other looks.
'use strict';

{
  let told = JSON.parse(document.getElementById('andrum-preview').textContent);
  const framed = window !== window.top;
  const place = 'andrum-place';
  const hidden = 'andrum-hidden';
  const folded = 'andrum-folded';
  const blocks = 'h1, h2, h3, h4, p, li, dt, dd, figure, table, pre, blockquote, fieldset, summary';

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children.filter(child => child !== null));
    return made;
  };

  // News

  /** Follows the content while the page is looked at: a browser opens six streams to one host, and no more. */
  const follow = () => {
    let stream = null;
    const turn = () => {
      if (document.hidden) {
        stream?.close();
        stream = null;
      } else if (!stream) {
        stream = new EventSource('/_andrum/events');
        stream.addEventListener('message', ({ data }) => hear(JSON.parse(data)));
        stream.addEventListener('open', () => bar?.lost(false));
        stream.addEventListener('error', () => bar?.lost(true));
      }
    };
    document.addEventListener('visibilitychange', turn);
    addEventListener('pagehide', () => stream?.close());
    turn();
  };

  let at = told.at;
  /** Loads the page anew where it, or what it runs, is another than before; changes its style sheets where those are. */
  async function hear(news) {
    if (news.at === at) return;
    at = news.at;
    try {
      const mine = told.tag ? { 'If-None-Match': `"${told.tag}"` } : {};
      const page = await fetch(location.href, { headers: mine, cache: 'no-store' });
      if (page.status !== 304 && (page.ok || told.tag)) return reload();
      const answer = await fetch(`/_andrum/bar?at=${encodeURIComponent(decodeURIComponent(whole(location.pathname)))}`);
      const now = await answer.json();
      // Something newer is on its way.
      if (news.at !== at) return;
      if (now.styles !== told.styles) swapStyles();
      told = now;
      bar?.show(told);
    } catch {
      // The program has ended in between; the stream says so.
    }
  }

  /** The path of a file, where an address leaves `index.html` away. */
  function whole(path) {
    return path.endsWith('/') ? `${path}index.html` : path;
  }

  function swapStyles() {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const fresh = link.cloneNode();
      const address = new URL(link.href);
      address.searchParams.set('state', at);
      fresh.href = address;
      fresh.addEventListener('load', () => link.remove());
      fresh.addEventListener('error', () => fresh.remove());
      link.after(fresh);
    }
  }

  // The reader's place

  /** Where the first block in sight stands, counted from the nearest thing before it that has a name. */
  function whereabouts() {
    const all = [...document.querySelectorAll(`main :is(${blocks})`)];
    const first = all.findIndex(block => block.getBoundingClientRect().bottom > 0);
    if (first < 0) return null;
    let named = first;
    while (named >= 0 && !all[named].id) named -= 1;
    const id = named < 0 ? null : all[named].id;
    return { path: location.pathname, id, steps: first - Math.max(named, 0), top: all[first].getBoundingClientRect().top };
  }

  function reload() {
    sessionStorage.setItem(place, JSON.stringify(whereabouts()));
    location.reload();
  }

  function restore() {
    const kept = JSON.parse(sessionStorage.getItem(place));
    sessionStorage.removeItem(place);
    if (kept?.path !== location.pathname) return;
    const all = [...document.querySelectorAll(`main :is(${blocks})`)];
    const from = kept.id === null ? 0 : all.findIndex(block => block.id === kept.id);
    const block = all[from + kept.steps];
    if (from < 0 || !block) return;
    history.scrollRestoration = 'manual';
    const keep = () => scrollBy({ top: block.getBoundingClientRect().top - kept.top, behavior: 'instant' });
    keep();
    // Letters that come after the words move them, and so does what scripts show; until the reader moves.
    const moved = new AbortController();
    const { signal } = moved;
    for (const name of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
      addEventListener(name, () => moved.abort(), { signal, capture: true, passive: true });
    }
    document.fonts.ready.then(() => signal.aborted || keep());
    addEventListener('load', keep, { signal });
  }

  // The bar

  /** Builds the bar; `show` fills it, `lost` says whether the program still answers. */
  function build() {
    const host = element('div', { id: 'andrum-bar' });
    const shadow = host.attachShadow({ mode: 'open' });
    const status = element('button', { type: 'button', className: 'status' });
    const said = element('p', { className: 'said', role: 'status' });
    const more = element('div', { className: 'more', id: 'more' });
    const unfold = element('button', { type: 'button', className: 'unfold', textContent: told.words.unfold });
    unfold.setAttribute('aria-controls', 'more');
    const panel = element('section', { className: 'panel', id: 'panel', hidden: true, tabIndex: -1 });
    status.setAttribute('aria-controls', 'panel');
    const frame = element('section', { className: 'frame', lang: told.language, ariaLabel: 'andrum serve' });
    frame.append(panel, element('div', { className: 'bar' }, status, unfold, more), said);
    const style = element('link', { rel: 'stylesheet', href: '/_andrum/preview.css' });
    style.addEventListener('load', () => { frame.hidden = false; room(); });
    frame.hidden = true;
    shadow.append(style, frame);
    document.body.append(host);

    // The end of the page is never behind the bar.
    const room = () => {
      const height = `${frame.querySelector('.bar').offsetHeight}px`;
      document.documentElement.style.scrollPaddingBottom = document.body.style.paddingBottom = height;
    };
    new ResizeObserver(room).observe(frame.querySelector('.bar'));

    // On a phone the bar is one row until its reader asks for the rest.
    const fold = folded => {
      frame.classList.toggle('folded', folded);
      unfold.setAttribute('aria-expanded', String(!folded));
    };
    fold(localStorage.getItem(folded) !== 'no');
    unfold.addEventListener('click', () => {
      fold(!frame.classList.contains('folded'));
      localStorage.setItem(folded, frame.classList.contains('folded') ? 'yes' : 'no');
    });

    const open = shown => {
      panel.hidden = !shown;
      status.setAttribute('aria-expanded', String(shown));
    };
    // What was put away stays away until something else is wrong.
    const name = () => JSON.stringify(told.faults.map(fault => [fault.lint, fault.file, fault.line]));
    const close = () => {
      open(false);
      sessionStorage.setItem(hidden, name());
      status.focus();
    };
    status.addEventListener('click', () => {
      if (!panel.hidden) return close();
      open(true);
      sessionStorage.removeItem(hidden);
      panel.focus();
    });
    shadow.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && !panel.hidden) close();
    });

    return {
      show(bar) {
        const { words, errors, warnings } = bar;
        const count = errors > 0 ? `${words.errors}: ${errors}` : warnings > 0 ? `${words.warnings}: ${warnings}` : words.good;
        status.className = `status ${errors > 0 ? 'wrong' : warnings > 0 ? 'doubt' : 'good'}`;
        status.textContent = count;
        status.disabled = bar.faults.length === 0 && Boolean(bar.tag);
        if (said.textContent !== count) said.textContent = count;
        more.replaceChildren(...(bar.page ? about(bar) : []));
        panel.setAttribute('aria-label', count);
        const put = element('button', { type: 'button', className: 'close', textContent: words.close });
        put.addEventListener('click', close);
        panel.replaceChildren(put, ...faults(bar));
        const missing = !bar.tag && !bar.held;
        open(missing || (bar.held && sessionStorage.getItem(hidden) !== name()));
        unfold.hidden = !bar.page;
        room();
      },
      lost(is) {
        frame.classList.toggle('lost', is);
        if (is) said.textContent = told.words.lost;
        said.classList.toggle('seen', is);
      },
    };
  }

  function about({ page, words }) {
    const choice = ({ label, links }) => element('div', { className: 'choice', role: 'group', ariaLabel: label }, element('span', { className: 'label', textContent: label }),
      ...links.map(({ name, href, current }) => {
        const link = element(href ? 'a' : 'span', { textContent: name, className: current ? 'current' : '' });
        if (href) link.href = href;
        if (current) link.setAttribute('aria-current', 'page');
        if (!href) link.title = words.absent;
        return link;
      }));
    const fact = ({ label, value, waits }) => element('span', { className: waits ? 'fact waits' : 'fact' },
      element('span', { className: 'label', textContent: label }), ` ${value}`);
    return [
      ...page.choices.map(choice),
      page.beside ? element('a', { href: page.beside, textContent: words.beside }) : null,
      ...page.facts.map(fact),
      element('a', { href: page.source.open, textContent: words.source, title: page.source.file }),
    ].filter(Boolean);
  }

  function faults({ faults, more, tag, held, words }) {
    const parts = [];
    if (!tag) parts.push(element('h2', { textContent: held ? words['none-yet'] : words['no-page'] }));
    else if (held) parts.push(element('h2', { textContent: words.held }));
    for (const fault of faults) {
      parts.push(element('article', { className: fault.level === 'error' ? 'wrong' : 'doubt' },
        element('h3', {}, fault.message, ' ', element('code', { textContent: fault.lint })),
        element('p', {}, element('a', { href: fault.open, textContent: `${fault.file}:${fault.line}:${fault.column}` })),
        element('pre', { textContent: fault.excerpt.split('\n').slice(1).join('\n').trimEnd(), tabIndex: 0 })));
    }
    if (more > 0) parts.push(element('p', { textContent: `${words.more}: ${more}` }));
    return parts;
  }

  restore();
  const bar = framed ? null : build();
  bar?.show(told);
  if (framed) addEventListener('andrum-news', ({ detail }) => hear(detail));
  else follow();
}
