// A session: one learner, one course, one LMS. What is done is kept on the device at once and with the LMS as soon as it will
// have it; when an LMS is slow, gone or was closed in the middle, the next session puts both together.
'use strict';

andrum.session = (() => {
  const { learner: value } = andrum;
  const { course } = andrum;
  const SOON = 250;
  const AGAIN = 10_000;
  const lms = andrum.standards[course.standard]();
  const heard = new Set();
  const began = performance.now();
  let learner = value.none();
  let place = '';
  let answers = [];
  let state = 'opening';
  let mirror = null;
  let timer = 0;
  let next = 0;
  let saving = null;

  const device = {
    read(name) {
      try {
        return JSON.parse(localStorage.getItem(name)) ?? {};
      } catch {
        return {};
      }
    },
    write(name, kept) {
      try {
        if (kept) localStorage.setItem(name, JSON.stringify(kept));
        else localStorage.removeItem(name);
      } catch {
        // A full or forbidden store: then the LMS alone keeps it.
      }
    },
  };

  const judged = () => value.judged(learner, course);

  function report() {
    const { modules, ...whole } = judged();
    const module = ({ id, title, read, done, checks }) => {
      const right = checks.reduce((sum, check) => sum + check.right, 0);
      const of = checks.reduce((sum, check) => sum + check.of, 0);
      const steps = [read, ...checks.map(check => check.tries > 0)];
      const judgedAlone = checks.length > 0 && checks.every(check => check.tries > 0) && checks.some(check => check.pass !== undefined);
      return {
        id, title, done,
        begun: steps.some(Boolean),
        success: judgedAlone ? checks.every(check => check.passed) : null,
        score: of > 0 && checks.some(check => check.tries > 0) ? Math.floor(100 * right / of) : null,
        scaled: of > 0 && checks.some(check => check.tries > 0) ? Math.floor(10_000 * right / of) / 10_000 : null,
        progress: steps.filter(Boolean).length / steps.length,
      };
    };
    const tried = modules.some(module => module.checks.some(check => check.tries > 0));
    return {
      ...whole,
      score: tried ? whole.score : null,
      scaled: tried ? whole.scaled : null,
      kept: value.text(learner),
      location: place,
      seconds: (performance.now() - began) / 1000,
      modules: modules.map(module),
      answers,
    };
  }

  function tell(next = state) {
    state = next;
    heard.forEach(back => back());
  }

  function change(next) {
    learner = next;
    copy();
    later(SOON);
    tell();
  }

  /** A copy on the device of what the LMS has not taken yet. */
  function copy() {
    if (mirror) device.write(mirror, { kept: value.text(learner), location: place });
  }

  const isOpen = () => ['open', 'trouble'].includes(state);

  /** Saves before long; what is asked for sooner is not put off. */
  function later(milliseconds) {
    const due = performance.now() + milliseconds;
    if (!isOpen() || (timer && next <= due)) return;
    clearTimeout(timer);
    next = due;
    timer = setTimeout(save, milliseconds);
  }

  /** One save at a time; what changes meanwhile is saved after it. */
  async function save() {
    clearTimeout(timer);
    timer = 0;
    if (!isOpen()) return undefined;
    if (saving) return saving.then(() => later(SOON));
    const [sent, count, at] = [answers, learner.count, place];
    saving = Promise.resolve(lms.save(report()));
    const saved = await saving;
    saving = null;
    if (!isOpen()) return undefined;
    // What was told is not told again.
    if (saved) answers = answers.filter(answer => !sent.includes(answer));
    if (saved && mirror && learner.count === count && place === at) device.write(mirror, null);
    if (!saved) later(AGAIN);
    return tell(saved ? 'open' : 'trouble');
  }

  async function open() {
    const kept = await Promise.resolve(lms.open()).catch(() => null);
    // Without a name there is no telling whose copy it would be; and who only looks again writes none.
    mirror = kept?.learner && !lms.silent ? `andrum ${course.id} ${kept.learner}` : null;
    const here = mirror ? device.read(mirror) : {};
    const [there, copied] = [value.read(kept?.kept), value.read(here.kept)];
    learner = value.merged(there, copied);
    place = (copied.count > there.count && here.location) || kept?.location || '';
    if (kept?.pass !== undefined) course.pass = kept.pass;
    // An LMS that says so knows best: who has passed has passed.
    if (kept?.passed && !learner.passed) learner.passed = learner.version || course.version;
    tell(kept ? 'open' : 'alone');
    if (kept) save();
  }

  /** Ends it, once; what an LMS has surely taken needs no copy on the device. A window that closes while that goes on ends it at once. */
  async function close(closing = false) {
    if (!isOpen() && !(closing && state === 'closing')) return;
    clearTimeout(timer);
    tell('closing');
    if (!closing) await saving;
    const saved = await lms.close(report(), closing);
    if (saved && mirror) device.write(mirror, null);
    tell(saved ? 'closed' : 'lost');
  }

  // A phone may never come back from the background; then this was the last chance.
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') save(); });
  addEventListener('pagehide', () => close(true));

  return {
    course, open, judged,
    close: () => close(),
    /** `opening`, `open`, `trouble` (the LMS takes nothing now), `alone` (there is no LMS), `closing`, `closed`, `lost`. */
    get state() { return state; },
    get place() { return place; },
    /** Grows with each change. */
    get count() { return learner.count; },
    get after() { return lms.after; },
    /** Whether the LMS lets the learner look, and records nothing. */
    get silent() { return Boolean(lms.silent); },
    heard: back => { heard.add(back); return () => heard.delete(back); },
    at(location) {
      if (place === location) return;
      place = location.slice(0, 250);
      copy();
      later(2_000);
      tell();
    },
    finished(id) {
      const module = judged().modules.find(module => module.id === id);
      if (module && !module.read) change(value.finished(learner, course, id));
    },
    choosing: (id, options) => change(value.choosing(learner, course, id, options)),
    handedIn(id, options) {
      const check = course.modules.flatMap(module => module.checks).find(check => check.id === id);
      const moment = new Date();
      answers = [...answers, ...check.questions.map(question => {
        const chosen = options[question.id] ?? [];
        return { question, options: chosen, right: value.isRight(question, chosen), moment };
      })];
      change(value.handedIn(learner, course, id, options));
    },
    /** Whether an answer is right, question by question. */
    isRight: value.isRight,
  };
})();
