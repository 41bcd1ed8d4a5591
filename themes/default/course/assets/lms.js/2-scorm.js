// SCORM 1.2 and SCORM 2004, 4th edition: what a course says to the LMS that opened it. The two differ in names and in a few
// forms; each is a table.
'use strict';

{
  const two = number => String(number).padStart(2, '0');
  const parts = seconds => [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  /** `0001:02:03`, as CMITimespan has it. */
  const timespan = seconds => {
    const [hours, minutes, rest] = parts(Math.round(seconds));
    return `${String(hours).padStart(4, '0')}:${two(minutes)}:${two(rest)}`;
  };
  /** `PT1H2M3S` */
  const duration = seconds => {
    const [hours, minutes, rest] = parts(Math.round(seconds));
    return `PT${hours}H${minutes}M${rest}S`;
  };
  /** `2026-11-27T10:00:00.00Z`: many an LMS reads a time zone only behind hundredths. */
  const instant = moment => moment.toISOString().replace(/\dZ$/, 'Z');
  const clock = moment => [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join(':');
  /** An end of the range of a score, where there is a score. */
  const among = (element, score, end) => [element, score === null ? null : end];
  /** What an LMS need not keep. */
  const OPTIONAL = true;
  const letter = (question, option) => 'abcdefghijklmnopqrstuvwxyz0123456789'[question.options.indexOf(option)];

  const SCORM12 = {
    object: 'API',
    call: { open: 'LMSInitialize', get: 'LMSGetValue', set: 'LMSSetValue', save: 'LMSCommit', close: 'LMSFinish', fault: 'LMSGetLastError' },
    learner: 'cmi.core.student_id',
    mode: 'cmi.core.lesson_mode',
    location: 'cmi.core.lesson_location',
    status: 'cmi.core.lesson_status',
    /** Everything that stands for how a learner is doing. `passed` or `failed` says more than `completed`, and stands alone. */
    standing: ({ done, success, score, seconds }) => [
      ['cmi.core.score.raw', score], [...among('cmi.core.score.min', score, 0), OPTIONAL], [...among('cmi.core.score.max', score, 100), OPTIONAL],
      ['cmi.core.lesson_status', success === true ? 'passed' : success === false ? 'failed' : done ? 'completed' : 'incomplete'],
      ['cmi.core.session_time', timespan(seconds)],
      ['cmi.core.exit', 'suspend'],
    ],
    objective: ({ done, begun, success, score }) => [
      ['status', success === true ? 'passed' : success === false ? 'failed' : done ? 'completed' : begun ? 'incomplete' : 'not attempted'],
      ['score.raw', score], among('score.min', score, 0), among('score.max', score, 100),
    ],
    interaction: ({ question, options, right, moment }) => [
      ['id', question.id], ['type', 'choice'], ['time', clock(moment)], ['objectives.0.id', question.outcome],
      ['correct_responses.0.pattern', question.right.map(option => letter(question, option)).sort().join(',')],
      ['student_response', options.map(option => letter(question, option)).sort().join(',')],
      ['result', right ? 'correct' : 'wrong'], ['weighting', 1],
    ],
  };

  const SCORM2004 = {
    object: 'API_1484_11',
    call: { open: 'Initialize', get: 'GetValue', set: 'SetValue', save: 'Commit', close: 'Terminate', fault: 'GetLastError' },
    learner: 'cmi.learner_id',
    mode: 'cmi.mode',
    location: 'cmi.location',
    status: 'cmi.success_status',
    standing: ({ done, success, score, scaled, progress, seconds }) => [
      ['cmi.score.scaled', scaled], ['cmi.score.raw', score], among('cmi.score.min', score, 0), among('cmi.score.max', score, 100),
      ['cmi.progress_measure', Math.floor(progress * 10_000) / 10_000],
      ['cmi.completion_status', done ? 'completed' : 'incomplete'],
      ['cmi.success_status', success === null ? 'unknown' : success ? 'passed' : 'failed'],
      ['cmi.session_time', duration(seconds)],
      ['cmi.exit', 'suspend'],
    ],
    objective: ({ title, done, begun, success, score, scaled, progress }) => [
      ['description', title],
      ['completion_status', done ? 'completed' : begun ? 'incomplete' : 'not attempted'],
      ['success_status', success === null ? 'unknown' : success ? 'passed' : 'failed'],
      ['progress_measure', Math.floor(progress * 10_000) / 10_000],
      ['score.scaled', scaled], ['score.raw', score], among('score.min', score, 0), among('score.max', score, 100),
    ],
    interaction: ({ question, options, right, moment }) => [
      ['id', question.id], ['type', 'choice'], ['timestamp', instant(moment)], ['objectives.0.id', question.outcome],
      ['correct_responses.0.pattern', question.right.join('[,]')],
      ['learner_response', options.join('[,]')],
      ['result', right ? 'correct' : 'incorrect'], ['weighting', 1], ['description', question.text.slice(0, 250)],
    ],
    leaving: [['adl.nav.request', 'suspendAll']],
  };

  /** The LMS's object: in a window around this one, or in the one that opened it. */
  function found({ object: name, call }) {
    // An old frameset may have a frame of that name.
    const there = place => (typeof place[name]?.[call.open] === 'function' ? place[name] : null);
    const above = start => {
      for (let place = start, deep = 0; place && deep < 20; deep += 1) {
        try {
          if (there(place)) return there(place);
          if (place.parent === place) return null;
          place = place.parent;
        } catch {
          // A window of another origin, and everything around it, is out of reach.
          return null;
        }
      }
      return null;
    };
    return above(window.parent) ?? (window.opener ? above(window.opener) : null) ?? above(window);
  }

  const wait = milliseconds => new Promise(resolve => { setTimeout(resolve, milliseconds); });

  class Scorm {
    constructor(standard) {
      this.standard = standard;
      this.known = new Map();
      this.rows = new Map();
      this.written = 0;
    }

    /** What the LMS kept of the learner; `null` where there is no LMS. Some make their object only after the course is there. */
    async open() {
      for (let tries = 0; tries < 20 && !this.lms; tries += 1) {
        this.lms = found(this.standard);
        if (!this.lms) await wait(150);
      }
      if (!this.lms || String(this.call('open', '')) !== 'true') return null;
      const { learner, mode, location, status } = this.standard;
      this.silent = ['browse', 'review'].includes(this.get(mode));
      const kept = {
        learner: String(this.get(learner) ?? ''),
        kept: this.get('cmi.suspend_data'),
        location: this.get(location),
        passed: this.get(status) === 'passed',
      };
      // Indexes go on from what is there already.
      this.written = Number(this.get('cmi.interactions._count')) || 0;
      this.objectives = Number(this.get('cmi.objectives._count')) || 0;
      for (let at = 0; at < this.objectives; at += 1) this.rows.set(this.get(`cmi.objectives.${at}.id`), at);
      return kept;
    }

    call(name, ...values) {
      return this.lms[this.standard.call[name]](...values);
    }

    get(element) {
      const value = this.call('get', element);
      return String(this.call('fault')) === '0' ? value : '';
    }

    /** Sets a value unless there is none, or the LMS has it already. */
    set(element, value) {
      if (value === null || value === undefined || value === '' || this.known.get(element) === String(value)) return true;
      const taken = String(this.call('set', element, String(value))) === 'true';
      if (taken) this.known.set(element, String(value));
      return taken;
    }

    /** Whether everything reached the LMS. What must not be lost goes first: where a window is closing, an LMS may take no more
     *  than one value. */
    save(report) {
      if (this.silent) return true;
      const { standard } = this;
      try {
        let taken = this.set('cmi.suspend_data', report.kept);
        taken = this.set(standard.location, report.location) && taken;
        standard.standing(report).forEach(([element, value, optional]) => { taken = (this.set(element, value) || Boolean(optional)) && taken; });
        // An LMS need not keep these, so none of them decides whether all is well.
        report.modules.forEach(module => this.objective(module));
        report.answers.forEach(answer => this.interaction(answer));
        const saved = String(this.call('save', '')) === 'true' && taken;
        if (!saved) this.known.clear();
        return saved;
      } catch {
        this.known.clear();
        return false;
      }
    }

    objective(module) {
      if (!this.rows.has(module.id)) {
        if (!this.set(`cmi.objectives.${this.objectives}.id`, module.id)) return;
        this.rows.set(module.id, this.objectives);
        this.objectives += 1;
      }
      const at = this.rows.get(module.id);
      this.standard.objective(module).forEach(([element, value]) => this.set(`cmi.objectives.${at}.${element}`, value));
    }

    interaction(answer) {
      answer.at ??= this.written++;
      this.standard.interaction(answer).forEach(([element, value]) => this.set(`cmi.interactions.${answer.at}.${element}`, value));
    }

    /** Ends the session; nothing can be saved after it. In one go: a window that closes waits for nothing. */
    close(report) {
      const saved = this.save(report);
      try {
        this.standard.leaving?.forEach(([element, value]) => this.set(element, value));
        return String(this.call('close', '')) === 'true' && saved;
      } catch {
        return false;
      }
    }
  }

  andrum.standards = { scorm12: () => new Scorm(SCORM12), scorm2004: () => new Scorm(SCORM2004) };
}
