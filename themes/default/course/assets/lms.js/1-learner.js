// What is known of a learner: which modules they have read, how their knowledge checks went, whether they have passed. Pure
// values: nothing here asks an LMS, a clock or the page.
//
// It is kept as text, in the 4 096 characters that SCORM 1.2 gives:
//
//   1|count|version|passed or done in version|kkkkmmmm,kkkkbbtaaa.kkkkmmmm …
//
// `count` grows with each change. A module is its key and the mark of what it meant when it was read (`----`: not read), and
// behind a comma each knowledge check: its key, the best count of right answers, the tries, and for each question the options
// that are chosen now, six to a character, and `~` where they are not handed in yet. Keys and marks stand for meanings (src/model/course.rs), so what a newer version
// has changed is no longer found, and everything else is.
'use strict';

andrum.learner = (() => {
  const FORM = '1';
  const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const UNREAD = '----';
  const DRAFT = '~';
  const sign = number => SIGNS[Math.min(Math.max(number, 0), 63)];
  const number = text => [...text].reduce((sum, one) => sum * 64 + Math.max(SIGNS.indexOf(one), 0), 0);

  const none = () => ({ count: 0, version: '', passed: '', modules: {} });
  const width = question => Math.ceil(question.options.length / 6);

  function text(learner) {
    const check = ([key, { best, tries, answers }]) => `,${key}${sign(best >> 6)}${sign(best & 63)}${sign(tries)}${answers}`;
    const module = ([key, { mark, checks }]) => `${key}${mark}${Object.entries(checks).map(check).join('')}`;
    const { count, version, passed, modules } = learner;
    return [FORM, count.toString(36), version, passed, Object.entries(modules).map(module).join('.')].join('|');
  }

  /** The learner of a text; one who is new, where it can't be read. */
  function read(kept) {
    const [form, count, version, passed, modules] = String(kept ?? '').split('|');
    if (form !== FORM || modules === undefined) return none();
    const check = row => [row.slice(0, 4), { best: number(row.slice(4, 6)), tries: number(row.slice(6, 7)), answers: row.slice(7) }];
    const module = row => {
      const [head, ...checks] = row.split(',');
      return [head.slice(0, 4), { mark: head.slice(4, 8), checks: Object.fromEntries(checks.map(check)) }];
    };
    const rows = modules.split('.').filter(Boolean).map(module);
    return { count: Number.parseInt(count, 36) || 0, version, passed, modules: Object.fromEntries(rows) };
  }

  /** What two places kept of one learner, together: nothing that was done is lost. */
  function merged(one, other) {
    const [newer, older] = one.count >= other.count ? [one, other] : [other, one];
    const whole = structuredClone(newer);
    whole.passed ||= older.passed;
    for (const [key, row] of Object.entries(older.modules)) {
      const own = whole.modules[key] ??= { mark: UNREAD, checks: {} };
      if (own.mark === UNREAD) own.mark = row.mark;
      for (const [key, check] of Object.entries(row.checks)) {
        const mine = own.checks[key] ??= { ...check };
        mine.best = Math.max(mine.best, check.best);
        mine.tries = Math.max(mine.tries, check.tries);
      }
    }
    return whole;
  }

  function changed(learner, course, change) {
    const next = structuredClone(learner);
    next.count += 1;
    next.version = course.version;
    change(next);
    // What this version no longer has is forgotten once something is done in it.
    const keys = new Map(course.modules.map(module => [module.key, module.checks.map(check => check.key)]));
    next.modules = Object.fromEntries(Object.entries(next.modules).filter(([key]) => keys.has(key)).map(([key, { mark, checks }]) =>
      [key, { mark, checks: Object.fromEntries(Object.entries(checks).filter(([check]) => keys.get(key).includes(check))) }]));
    const { passed, done, success } = judged(next, course);
    if (passed || (done && success === null)) next.passed ||= course.version;
    return next;
  }

  const moduleOf = (learner, module) => learner.modules[module.key] ??= { mark: UNREAD, checks: {} };
  const checkOf = (learner, course, id) => {
    const module = course.modules.find(module => module.checks.some(check => check.id === id));
    const check = module.checks.find(check => check.id === id);
    const kept = moduleOf(learner, module).checks[check.key] ??= { best: 0, tries: 0, answers: '' };
    return { module, check, kept };
  };

  /** The options that are chosen, by question. */
  function chosen(check, answers) {
    let at = 0;
    return Object.fromEntries(check.questions.map(question => {
      const bits = [...answers.slice(at, at += width(question))].map(one => Math.max(SIGNS.indexOf(one), 0));
      return [question.id, question.options.filter((_, option) => bits[Math.floor(option / 6)] >> (option % 6) & 1)];
    }));
  }

  function packed(check, chosen) {
    return check.questions.map(question => {
      const bits = Array(width(question)).fill(0);
      question.options.forEach((option, at) => {
        if (chosen[question.id]?.includes(option)) bits[Math.floor(at / 6)] |= 1 << (at % 6);
      });
      return bits.map(sign).join('');
    }).join('');
  }

  const isRight = (question, options) =>
    question.right.length === options.length && question.right.every(option => options.includes(option));
  const rightOf = (check, chosen) => check.questions.filter(question => isRight(question, chosen[question.id] ?? [])).length;
  const enough = (right, of, pass) => pass === undefined || right * 100 >= pass * of;

  /** How a learner stands in a course. */
  function judged(learner, course) {
    const before = learner.version && learner.version !== course.version;
    const modules = course.modules.map(module => {
      const kept = learner.modules[module.key];
      const mark = kept?.mark ?? UNREAD;
      const checks = module.checks.map(check => {
        const { best = 0, tries = 0, answers = '' } = kept?.checks[check.key] ?? {};
        const of = check.questions.length;
        return {
          id: check.id, right: best, of, tries, pass: check.pass,
          draft: answers.endsWith(DRAFT),
          chosen: chosen(check, answers),
          passed: tries > 0 && enough(best, of, check.pass),
          open: course.tries === undefined || tries < course.tries,
        };
      });
      const read = mark === module.mark;
      return {
        id: module.id, title: module.title, minutes: module.minutes, counts: module.counts, checks, read,
        changed: mark !== UNREAD && !read,
        isNew: Boolean(before) && !kept,
        done: read && checks.every(check => check.tries > 0),
      };
    });
    const counted = modules.filter(module => module.counts).flatMap(module => module.checks);
    const right = counted.reduce((sum, check) => sum + check.right, 0);
    const of = counted.reduce((sum, check) => sum + check.of, 0);
    const steps = modules.flatMap(module => [module.read, ...module.checks.map(check => check.tries > 0)]);
    const all = modules.every(module => module.done);
    const isJudged = of > 0 && course.pass !== undefined;
    const passed = isJudged && (Boolean(learner.passed) || (all && enough(right, of, course.pass)));
    return {
      modules, right, of,
      // A newer version that asks more takes back no score of who has passed.
      score: of > 0 && (all || !learner.passed) ? Math.floor(100 * right / of) : null,
      scaled: of > 0 && (all || !learner.passed) ? Math.floor(10_000 * right / of) / 10_000 : null,
      progress: steps.length > 0 ? steps.filter(Boolean).length / steps.length : 0,
      done: all || Boolean(learner.passed),
      passed,
      /** `null` where there is nothing to pass, or not everything is done. */
      success: !isJudged ? null : passed ? true : all ? false : null,
      from: before ? learner.version : '',
      /** Whether some check that is not passed may be taken once more. */
      open: modules.some(module => module.checks.some(check => check.open && !check.passed)),
    };
  }

  return {
    none, text, read, merged, judged, isRight,
    /** A module has been read to its end. */
    finished: (learner, course, id) => changed(learner, course, next => {
      const module = course.modules.find(module => module.id === id);
      moduleOf(next, module).mark = module.mark;
    }),
    /** Options are chosen in a knowledge check that is not handed in yet. */
    choosing: (learner, course, id, options) => changed(learner, course, next => {
      const { check, kept } = checkOf(next, course, id);
      kept.answers = packed(check, options) + DRAFT;
    }),
    /** A knowledge check is handed in; the best of all tries counts. Whoever has handed in a module's checks has come to its end. */
    handedIn: (learner, course, id, options) => changed(learner, course, next => {
      const { module, check, kept } = checkOf(next, course, id);
      kept.answers = packed(check, options);
      kept.tries = Math.min(kept.tries + 1, 63);
      kept.best = Math.max(kept.best, rightOf(check, options));
      const row = moduleOf(next, module);
      if (module.checks.every(check => row.checks[check.key]?.tries > 0)) row.mark = module.mark;
    }),
  };
})();
