// cmi5: the same learner told as xAPI statements, to the record store that the launch names.
'use strict';

{
  const VERB = {
    initialized: 'http://adlnet.gov/expapi/verbs/initialized',
    answered: 'http://adlnet.gov/expapi/verbs/answered',
    completed: 'http://adlnet.gov/expapi/verbs/completed',
    passed: 'http://adlnet.gov/expapi/verbs/passed',
    failed: 'http://adlnet.gov/expapi/verbs/failed',
    terminated: 'http://adlnet.gov/expapi/verbs/terminated',
  };
  const CMI5 = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
  const MOVE_ON = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
  const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
  const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';
  const DOCUMENT = 'andrum';

  /** Reads or writes what lives as long as the window, where that is allowed. */
  function remembered(name, value) {
    try {
      if (value !== undefined) sessionStorage.setItem(name, value);
      return sessionStorage.getItem(name);
    } catch {
      return null;
    }
  }

  const duration = seconds => `PT${Math.round(seconds)}S`;
  const uuid = () => crypto.randomUUID?.() ?? '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, digit =>
    (digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (digit / 4)))).toString(16));

  class Cmi5 {
    constructor() {
      this.given = Object.fromEntries(new URLSearchParams(location.search));
      // Statements in order, each until the store has taken it.
      this.queue = [];
      // What is told once in a registration: as said here, and as the store is known to have it.
      this.told = {};
      this.sure = {};
    }

    async open() {
      const { endpoint, fetch: tokens, actor, registration, activityId } = this.given;
      if (!endpoint || !tokens || !actor || !registration || !activityId) return null;
      this.actor = JSON.parse(actor);
      this.authorization = `Basic ${await this.token(tokens)}`;
      const about = { activityId, agent: JSON.stringify(this.actor), registration };
      this.launch = await this.document({ ...about, stateId: 'LMS.LaunchData' });
      if (!this.launch) return null;
      await this.ask('GET', 'agents/profile', { agent: about.agent, profileId: 'cmi5LearnerPreferences' });
      this.silent = this.launch.launchMode !== 'Normal';
      this.about = { ...about, stateId: DOCUMENT };
      const kept = (await this.document(this.about)) ?? {};
      this.kept = kept;
      this.sure = kept.told ?? {};
      this.told = { ...this.sure };
      this.say('initialized', {}, [CMI5]);
      await this.flush().catch(() => false);
      const { masteryScore } = this.launch;
      // The LMS may ask for another mark than the package does.
      const pass = masteryScore === undefined ? undefined : masteryScore * 100;
      return { learner: registration, kept: kept.kept, location: kept.location, passed: Boolean(this.told.passed), pass };
    }

    /** The token is given once. A page that is loaded again in the same window still has it. */
    async token(address) {
      const name = `andrum ${address}`;
      const before = remembered(name);
      if (before) return before;
      const answer = await (await fetch(address, { method: 'POST' })).json();
      if (!answer['auth-token']) throw new Error(answer['error-text'] ?? 'no token');
      remembered(name, answer['auth-token']);
      return answer['auth-token'];
    }

    ask(method, resource, query, body, keepalive = false) {
      const address = new URL(resource, this.given.endpoint.replace(/\/?$/, '/'));
      address.search = new URLSearchParams(query);
      const headers = { Authorization: this.authorization, 'X-Experience-API-Version': '1.0.3' };
      if (body !== undefined) headers['Content-Type'] = 'application/json';
      return fetch(address, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), keepalive });
    }

    async document(query) {
      const answer = await this.ask('GET', 'activities/state', query);
      if (answer.status === 404) return null;
      if (!answer.ok) throw new Error(`the state is not to be had: ${answer.status}`);
      return answer.json();
    }

    say(verb, result, categories, object) {
      const { contextTemplate = {} } = this.launch;
      const activities = contextTemplate.contextActivities ?? {};
      const category = [...(activities.category ?? []), ...categories.map(id => ({ id }))];
      const judged = categories.includes(MOVE_ON) && verb !== 'completed' && this.launch.masteryScore !== undefined;
      const extensions = { ...contextTemplate.extensions, ...(judged ? { [MASTERY]: this.launch.masteryScore } : {}) };
      this.queue.push({
        id: uuid(),
        timestamp: new Date().toISOString(),
        actor: this.actor,
        verb: { id: VERB[verb], display: { en: verb } },
        object: object ?? { objectType: 'Activity', id: this.given.activityId },
        ...(Object.keys(result).length > 0 ? { result } : {}),
        context: {
          ...contextTemplate,
          registration: this.given.registration,
          contextActivities: { ...activities, ...(category.length > 0 ? { category } : {}) },
          extensions,
        },
      });
    }

    /** What has come to pass since the last time. A session is judged once, so who has not passed has until its end to do so. */
    tell({ done, success, scaled, score, seconds, answers }, ending = false) {
      if (this.silent) return;
      answers.filter(answer => !answer.told).forEach(answer => {
        answer.told = true;
        this.answered(answer);
      });
      if (done && !this.told.completed) {
        this.told.completed = true;
        this.say('completed', { completion: true, duration: duration(seconds), extensions: { [PROGRESS]: 100 } }, [CMI5, MOVE_ON]);
      }
      if (success === null || scaled === null || this.told.passed || (!success && !ending)) return;
      const result = { success, duration: duration(seconds), score: { scaled, raw: score, min: 0, max: 100 } };
      if (success) this.told.passed = true;
      this.say(success ? 'passed' : 'failed', result, [CMI5, MOVE_ON]);
    }

    answered({ question, options, right }) {
      const tag = document.documentElement.lang;
      const description = words => ({ [tag]: words });
      this.say('answered', { response: options.join('[,]'), success: right }, [], {
        objectType: 'Activity',
        id: `${this.given.activityId}#${question.id}`,
        definition: {
          type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
          description: description(question.text),
          interactionType: 'choice',
          correctResponsesPattern: [question.right.join('[,]')],
          choices: question.options.map((id, at) => ({ id, description: description(question.words[at]) })),
        },
      });
    }

    /** Sends what waits, in order; whether all of it was taken. Of a batch that is refused each statement goes alone, so that none takes
     *  another with it; one that is refused for good is let go. A store that lets nobody in gets everything when it does again. */
    async flush(keepalive) {
      let alone = false;
      while (this.queue.length > 0) {
        const batch = alone ? this.queue.slice(0, 1) : this.queue.slice();
        const { ok, status } = await this.ask('POST', 'statements', {}, batch, keepalive);
        if (!ok && (status >= 500 || [401, 403, 429].includes(status))) return false;
        if (!ok && batch.length > 1) {
          alone = true;
          continue;
        }
        this.queue.splice(0, batch.length);
        if (ok) batch.forEach(statement => this.taken(statement));
      }
      return true;
    }

    /** Remembers what is told once in a registration. */
    taken({ verb }) {
      if (verb.id === VERB.completed) this.sure.completed = true;
      if (verb.id === VERB.passed) this.sure.passed = true;
    }

    async keep({ kept, location }, keepalive) {
      const answer = await this.ask('PUT', 'activities/state', this.about, { kept, location, told: this.sure }, keepalive);
      if (answer.ok) this.kept = { kept, location };
      return answer.ok;
    }

    isKept({ kept, location }) {
      return this.silent || (this.kept?.kept === kept && this.kept.location === location);
    }

    async save(report) {
      try {
        this.tell(report);
        const taken = await this.flush();
        return (this.silent || (await this.keep(report))) && taken;
      } catch {
        return false;
      }
    }

    /** The end, after which the store takes nothing more. Where the window is closing nothing can wait for an answer; then what was
     *  done this very moment goes before the word that the session is over, which the LMS finds out by itself. */
    async close(report, closing) {
      this.tell(report, true);
      const over = () => this.say('terminated', { duration: duration(report.seconds) }, [CMI5]);
      if (closing) {
        const isKept = this.isKept(report);
        if (isKept) over();
        const kept = isKept || this.keep(report, true).catch(() => false);
        return (await this.flush(true).catch(() => false)) && (await kept);
      }
      const told = await this.flush().catch(() => false);
      const kept = this.silent || (await this.keep(report).catch(() => false));
      over();
      return (await this.flush().catch(() => false)) && told && kept;
    }

    /** Where the LMS wants the learner to go from here. */
    get after() {
      return this.launch?.returnURL;
    }
  }

  andrum.standards.cmi5 = () => new Cmi5();
}
