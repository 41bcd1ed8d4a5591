// The window that an LMS opens: it holds the session for as long as it stands, and shows the course's pages inside.
'use strict';

{
  const { session, word, site } = andrum;
  const { course } = session;
  const pages = document.querySelector('[data-pages]');
  const progress = document.querySelector('[data-progress]');
  const trouble = document.querySelector('[data-trouble]');
  const leave = document.querySelector('[data-leave]');
  const left = document.querySelector('[data-left]');

  const address = id => `${site.language}/${id === 'home' ? '' : `${id}/`}index.html`;

  /** The page where the learner was, if this version still has it. */
  function start() {
    // Where a newer version is told of, first.
    const [id, anchor] = (session.judged().from ? 'home' : session.place || 'home').split('#');
    pages.src = address(course.pages.includes(id) ? id : 'home') + (anchor ? `#${anchor}` : '');
  }

  /** What a learner must know of the LMS. */
  function said() {
    if (session.state === 'open' && session.silent) return word("lms-review");
    return { trouble: word("lms-trouble"), alone: word("lms-alone"), lost: word("lms-lost") }[session.state] ?? '';
  }

  function show() {
    const { modules, passed, success } = session.judged();
    const done = modules.filter(module => module.done).length;
    const words = passed ? word("lms-passed") : success === false ? word("lms-not-passed") : word("lms-progress", { done, of: modules.length });
    if (progress.textContent !== words) progress.textContent = words;
    if (trouble.textContent !== said()) trouble.textContent = said();
    trouble.hidden = !said();
    leave.hidden = !['open', 'trouble'].includes(session.state);
    if (!['closed', 'lost'].includes(session.state) || !pages.isConnected) return;
    pages.remove();
    const last = session.state === 'closed' && !session.silent ? left : trouble;
    if (last === left) left.hidden = false;
    last.focus();
    if (session.state === 'closed' && session.after) location.assign(session.after);
  }

  leave.addEventListener('click', () => session.close());
  pages.addEventListener('load', () => { document.title = pages.contentDocument?.title || course.title; });
  session.heard(show);
  session.open().then(start);
}
