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
    const [id, anchor] = (session.place || 'home').split('#');
    pages.src = address(course.pages.includes(id) ? id : 'home') + (anchor ? `#${anchor}` : '');
  }

  const SAID = { trouble: 'lms-trouble', alone: 'lms-alone', lost: 'lms-lost' };

  function show() {
    const { modules, passed, success } = session.judged();
    const done = modules.filter(module => module.done).length;
    const words = passed ? word("lms-passed") : success === false ? word("lms-not-passed") : word("lms-progress", { done, of: modules.length });
    if (progress.textContent !== words) progress.textContent = words;
    const said = { trouble: word("lms-trouble"), alone: word("lms-alone"), lost: word("lms-lost") }[session.state] ?? '';
    if (trouble.textContent !== said) trouble.textContent = said;
    trouble.hidden = !SAID[session.state];
    leave.hidden = !['open', 'trouble'].includes(session.state);
    if (!['closed', 'lost'].includes(session.state) || !left.hidden) return;
    pages.remove();
    left.hidden = false;
    left.focus();
    if (session.state === 'closed' && session.after) location.assign(session.after);
  }

  leave.addEventListener('click', () => session.close());
  pages.addEventListener('load', () => { document.title = pages.contentDocument?.title || course.title; });
  session.heard(show);
  session.open().then(start);
}
