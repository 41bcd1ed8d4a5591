// A strict cmi5 LMS on loopback for the tests of course packages, with a real LRS behind it: Ralph.
//
// The package and the LMS are two origins, so an AU makes the cross-origin calls that it makes in the field. Every statement is
// checked here against the cmi5 specification (1st edition, Quartz), whose sections the comments name, and then given to Ralph,
// which keeps it and whose answer the AU gets. What breaks a rule is refused, and said in `violations`.

import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual as same } from 'node:util';

const XAPI = '1.0.3';
const NAMESPACE = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';
const CMI5 = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
const MOVEON = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
const SESSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
const LAUNCH_DATA = 'LMS.LaunchData';
const PREFERENCES = 'cmi5LearnerPreferences';

/** The verbs that an AU may use in a cmi5 defined statement (9.3); the others of cmi5 are the LMS's. */
const VERBS = ['initialized', 'completed', 'passed', 'failed', 'terminated'];
const VERB = /^http:\/\/adlnet\.gov\/expapi\/verbs\/(\w+)$/;
const VOIDED = 'http://adlnet.gov/expapi/verbs/voided';

const UUID4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$/;
const DURATION = /^P(\d+W|(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)$/;

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml',
  '.mjs': 'text/javascript; charset=utf-8', '.json': 'application/json', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp',
  '.woff2': 'font/woff2', '.m4a': 'audio/mp4', '.mp3': 'audio/mpeg', '.mp4': 'video/mp4', '.vtt': 'text/vtt; charset=utf-8',
};

const JSON_TYPE = /^application\/json\b/;

const list = value => value === undefined ? [] : [value].flat();

/** An agent as it is compared: without `objectType` it is an Agent. */
const agent = value => ({ objectType: 'Agent', ...value });

/** The AUs of a course structure, in order, with what the LMS needs of each (13.1.4). It does not validate the XML. */
function structure(xml) {
  const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  const plain = text => text?.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) =>
    name ? entities[name] ?? all : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal))).trim();
  const bare = xml.replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;'));
  if (!bare.includes(`"${NAMESPACE}"`)) throw new Error(`cmi5.xml is not of the namespace ${NAMESPACE}`);
  const au = /<((?:\w+:)?au)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*>([\s\S]*?)<\/\1\s*>/g;
  const units = [...bare.matchAll(au)].map(([, , head, body]) => {
    const attribute = name => plain(new RegExp(`\\s${name}\\s*=\\s*(["'])([\\s\\S]*?)\\1`).exec(head)?.[2]);
    const element = name => plain(new RegExp(`<((?:\\w+:)?${name})(?:\\s[^>]*)?>([\\s\\S]*?)</\\1\\s*>`).exec(body)?.[2]);
    return {
      publisher: attribute('id'), url: element('url'), moveOn: attribute('moveOn') ?? 'NotApplicable',
      masteryScore: attribute('masteryScore') && Number(attribute('masteryScore')),
      launchParameters: element('launchParameters'), entitlementKey: element('entitlementKey'),
    };
  });
  if (!units.length || units.some(unit => !unit.publisher || !unit.url)) throw new Error('cmi5.xml has no AU, or one without id or url');
  if (new Set(units.map(unit => unit.publisher)).size < units.length) throw new Error('cmi5.xml has two AUs of one id');
  return units;
}

/** What of the context template a context lacks or has otherwise (10.2.1): it may add to it, and overwrite nothing. */
function lacking(template, context, at) {
  if (Array.isArray(template)) {
    return template.filter(wanted => !list(context).some(has => same(has, wanted))).map(wanted => `${at} lacks ${JSON.stringify(wanted)}`);
  }
  if (template && typeof template === 'object') {
    return Object.entries(template).flatMap(([name, wanted]) => lacking(wanted, context?.[name], `${at}.${name}`));
  }
  return same(template, context) ? [] : [`${at} is not ${JSON.stringify(template)}`];
}

/** A statement as it is judged: `name` is its verb's, if that is one of `VERBS`, and `defined` whether it is cmi5 defined (7.1.3). */
function entry(statement, session) {
  const name = VERBS.find(name => name === VERB.exec(statement.verb.id)?.[1]);
  const categories = list(statement.context?.contextActivities?.category).map(activity => activity.id);
  // A verb of cmi5 about the AU itself is meant as cmi5 defined: without its category the LMS would count it for nothing.
  const defined = name !== undefined && (categories.includes(CMI5) || statement.object.id === session.activityId);
  return { statement, session, name, defined, categories, time: Date.parse(statement.timestamp) };
}

/** Every rule that a statement breaks, after those that were accepted of the same AU in the same registration. */
function* broken({ statement, session, name, defined, categories, time }, past) {
  const { id, actor, verb, object, result = {}, context = {}, timestamp } = statement;
  const { masteryScore, launchMode, contextTemplate } = session.data;
  const own = past.filter(entry => entry.session === session);
  const had = (entries, wanted) => entries.find(entry => entry.defined && entry.name === wanted);

  for (const wanted of [LAUNCH_DATA, PREFERENCES]) if (!session.read.has(wanted)) yield `${wanted} was not read before`; // 10, 11
  if (!UUID4.test(id)) yield `id is no version 4 UUID: ${id}`; // 9.1
  if (!UTC.test(timestamp) || Number.isNaN(time)) yield `timestamp is no time in UTC: ${timestamp}`; // 9.7
  if (!same(agent(actor), agent(session.actor))) yield `actor is not that of the launch: ${JSON.stringify(actor)}`; // 8.1.3
  if (context.registration !== session.registration) yield `context.registration is not that of the launch: ${context.registration}`; // 9.6.1
  yield* lacking(contextTemplate, context, 'context');
  if (verb.id === VOIDED) yield 'an AU may not void'; // 6.3

  // 7.1.3, 9.4, 9.6.2: what marks a statement as cmi5's own.
  if (!name && categories.includes(CMI5)) yield `carries the cmi5 category, which is not for the verb ${verb.id}`;
  if (defined && !categories.includes(CMI5)) yield 'lacks the cmi5 category';
  if (defined && object.id !== session.activityId) yield `object.id is not the activityId of the launch: ${object.id}`;
  const judged = defined && (result.success !== undefined || result.completion !== undefined);
  if (judged && !categories.includes(MOVEON)) yield 'lacks the moveon category';
  if (!judged && categories.includes(MOVEON)) yield 'carries the moveon category, which is for success and completion of the AU';

  // 7.1, 9.3: the order, by arrival and by the time that each says.
  const first = had(own, 'initialized');
  if (!first && !(defined && name === 'initialized')) yield 'comes before initialized';
  if (time < first?.time) yield 'timestamp is before that of initialized';
  if (had(own, 'terminated')) yield 'comes after terminated';
  if (defined && name === 'terminated' && own.some(entry => entry.time > time)) yield 'timestamp is before that of another statement';
  if (defined && ['completed', 'passed'].includes(name) && had(past, name)) yield 'comes twice in the registration';
  else if (defined && had(own, name)) yield 'comes twice in the session';
  if (defined && name === 'failed' && had(past, 'passed')) yield 'comes after passed';
  if (defined && name === 'passed' && had(own, 'failed')) yield 'comes after failed in one session';
  // 10.2.2 forbids other cmi5 defined statements; this host takes nothing else at all of one who only looks around.
  if (launchMode !== 'Normal' && !(defined && ['initialized', 'terminated'].includes(name))) yield `is not for the launch mode ${launchMode}`;

  // 9.5: the result. Ralph's model takes numbers that are strings, and negative durations.
  const { score = {}, success, completion, duration } = result;
  for (const [part, value] of Object.entries(score)) if (typeof value !== 'number') yield `result.score.${part} is no number: ${value}`;
  if (score.raw < score.min || score.raw > score.max) yield 'result.score.raw is not from min to max';
  if (duration !== undefined && !DURATION.test(duration)) yield `result.duration is no duration: ${duration}`;
  if (!defined) return;
  const [verdict, done] = [{ passed: true, failed: false }[name], name === 'completed' || undefined];
  if (success !== verdict) yield verdict === undefined ? 'has result.success' : `result.success is not ${verdict}`;
  if (completion !== done) yield done ? 'result.completion is not true' : 'has result.completion';
  if (name !== 'initialized' && duration === undefined) yield 'lacks result.duration';
  if (verdict === undefined && result.score) yield 'has result.score';
  if (verdict === undefined) return;
  if (score.scaled < 0 || score.scaled > 1) yield `result.score.scaled is not from 0 to 1: ${score.scaled}`;
  if (score.raw !== undefined && (score.min === undefined || score.max === undefined)) yield 'result.score.raw is without min and max';
  if (masteryScore === undefined) return;
  if (context.extensions?.[MASTERY] !== masteryScore) yield `context lacks the masteryscore extension, ${masteryScore}`; // 9.6.3.2
  if (score.scaled >= masteryScore !== verdict && score.scaled !== undefined) {
    yield `result.score.scaled ${score.scaled} is against the masteryScore ${masteryScore}`;
  }
}

/**
 * An LMS with the course in `folder`, one learner and one registration. `masteryScore` and `moveOn` stand in for those of
 * cmi5.xml, `contextTemplate` adds to the template, and `preferences` are what the learner prefers (nothing, if left out: 404).
 */
export async function host({
  folder, ralph, actor = { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'learner-1' } },
  masteryScore, moveOn, launchMode = 'Normal', contextTemplate = {}, preferences,
}) {
  const units = structure(fs.readFileSync(path.join(folder, 'cmi5.xml'), 'utf8'));
  for (const unit of units) unit.activityId = `https://lms.example/activity/${randomUUID()}`; // never the publisher's id (8.1.5)
  const registered = randomUUID();
  const [sessions, documents, accepted, violations] = [[], new Map(), [], []];
  let [delay, turn] = [0, Promise.resolve()];

  const content = http.createServer((request, answer) => {
    let file = '';
    try {
      const name = decodeURIComponent(new URL(request.url, site).pathname);
      file = path.join(folder, path.posix.normalize(name.endsWith('/') ? `${name}index.html` : name));
    } catch { /* a malformed address is no file */ }
    if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return answer.writeHead(404).end('no such file');
    return answer.writeHead(200, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' }).end(fs.readFileSync(file));
  });
  const lms = http.createServer(async (request, answer) => {
    try {
      const parts = [];
      for await (const part of request) parts.push(part);
      const { status, body, ...headers } = await answered(request, Buffer.concat(parts)).catch(error => refused(500, `this host failed: ${error.stack}`));
      if (delay) await wait(delay);
      answer.writeHead(status, { ...cors(request), 'Cache-Control': 'no-store', 'X-Experience-API-Version': XAPI, ...headers }).end(body);
    } catch { /* whoever asked is gone */ }
  });
  const listen = (server, port = 0) => once(server.unref().listen(port, '127.0.0.1'), 'listening');
  const end = server => new Promise(ended => { server.close(ended); server.closeAllConnections(); });
  const origin = server => `http://127.0.0.1:${server.address().port}`;
  await Promise.all([listen(content), listen(lms)]);
  const [site, home, { port }] = [origin(content), origin(lms), lms.address()];

  const cors = request => ({
    Vary: 'Origin',
    ...(request.headers.origin === site && {
      'Access-Control-Allow-Origin': site,
      'Access-Control-Allow-Methods': 'GET, HEAD, PUT, POST, DELETE',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, If-Match, If-None-Match, X-Experience-API-Version',
      'Access-Control-Expose-Headers': 'ETag, Last-Modified, X-Experience-API-Version',
    }),
  });
  const json = (status, value) => ({ status, body: JSON.stringify(value), 'Content-Type': 'application/json' });
  const refused = (status, ...faults) => {
    violations.push(...faults);
    return json(status, { errors: faults });
  };

  async function answered(request, body) {
    const { method, headers } = request;
    const { pathname, search, searchParams } = new URL(request.url, home);
    const asked = `${method} ${pathname}`;
    if (method === 'OPTIONS') return { status: 204 };
    if (pathname === '/favicon.ico') return { status: 404 }; // the browser asks for it, and no AU
    if (pathname.startsWith('/return/')) return { status: 200, body: '<!doctype html><title>LMS</title>', 'Content-Type': 'text/html' };
    if (pathname === '/fetch') { // 8.2: errors are answered with 200, too
      const session = sessions.find(session => session.key === searchParams.get('k'));
      if (method !== 'POST') return refused(405, `${asked}: the token is had by POST`);
      if (!session) return json(200, { 'error-code': '2', 'error-text': 'There is no such session.' });
      if (session.fetched || session.over) {
        violations.push(`${asked}: the token was asked for again`);
        return json(200, { 'error-code': '1', 'error-text': 'The authorization token has already been returned.' });
      }
      session.fetched = true;
      return json(200, { 'auth-token': session.token });
    }
    const session = sessions.find(session => session.fetched && headers.authorization === `Basic ${session.token}`);
    if (!session) return refused(403, `${asked}: Authorization is not the token that was fetched`);
    if (headers['x-experience-api-version'] !== XAPI) return refused(400, `${asked}: X-Experience-API-Version is not ${XAPI}`);
    const resource = /^\/lrs\/(statements|activities\/state|agents\/profile)$/.exec(pathname)?.[1];
    if (!resource) return refused(404, `${asked}: the LMS has no such resource`);
    if (resource === 'statements') {
      if (!['PUT', 'POST'].includes(method)) return forward(method, search);
      // One after the other: each is judged by what was accepted before it.
      const answer = turn.then(() => statements(method, search, headers, body, session));
      turn = answer.catch(() => {});
      return answer;
    }
    if (session.over) return refused(403, `${asked}: the session is over, it was ${session.over}`);
    return document(resource, asked, method, searchParams, headers, body, session);
  }

  async function forward(method, search, body) {
    const headers = { authorization: ralph.authorization, 'content-type': 'application/json', 'x-experience-api-version': XAPI };
    const answer = await fetch(`${ralph.endpoint}statements${search}`, { method, headers, body }).catch(() => undefined);
    if (!answer) return json(503, { errors: ['the LRS does not answer'] });
    const text = await answer.text();
    return { status: answer.status, ...(text && { body: text, 'Content-Type': answer.headers.get('content-type') }) };
  }

  async function statements(method, search, headers, body, session) {
    let sent;
    try {
      if (!JSON_TYPE.test(headers['content-type'])) throw new Error('Content-Type is not application/json');
      sent = list(JSON.parse(body));
      if (!sent.length || !sent.every(each => each?.verb?.id && each.object && each.actor)) throw new Error('a statement has actor, verb and object');
    } catch (error) {
      return refused(400, `${method} statements: ${error.message}`);
    }
    const [fresh, faults] = [[], []];
    for (const statement of sent) {
      const say = fault => faults.push(`${VERB.exec(statement.verb.id)?.[1] ?? statement.verb.id}: ${fault}`);
      const known = accepted.find(entry => entry.statement.id === statement.id)?.statement;
      if (known && same(known, statement)) continue; // sent again, as one does who got no answer
      if (known) say('id is that of another statement');
      if (session.over === 'abandoned') say('a later launch abandoned the session'); // 9.3.6
      if (method === 'PUT' && new URLSearchParams(search).get('statementId') !== statement.id) say('statementId is not the id');
      const { registration, activityId } = session;
      const past = [...accepted, ...fresh].filter(({ session }) => session.registration === registration && session.activityId === activityId);
      try {
        fresh.push(entry(statement, session));
        for (const fault of broken(fresh.at(-1), past)) say(fault);
      } catch (error) {
        say(`is malformed: ${error.message}`);
      }
    }
    if (faults.length) return refused(403, ...faults); // all or none of a batch
    const answer = await forward(method, search, body);
    if (answer.status < 300) accepted.push(...fresh);
    else if (answer.status < 500) violations.push(`the LRS says ${answer.status}: ${answer.body}`);
    if (accepted.some(entry => entry.session === session && entry.defined && entry.name === 'terminated')) session.over ??= 'terminated';
    return answer;
  }

  /** The document resources of xAPI 1.0.3 (Communication, 2.2, 2.3, 2.6, 3.1). */
  function document(resource, asked, method, parameters, headers, body, session) {
    const state = resource === 'activities/state';
    const id = parameters.get(state ? 'stateId' : 'profileId');
    const [activityId, registration] = state ? [parameters.get('activityId'), parameters.get('registration')] : [null, null];
    const reads = ['GET', 'HEAD'].includes(method);
    let who;
    try { who = JSON.parse(parameters.get('agent')); } catch { /* it is not the learner, then */ }
    if (!same(agent(who), agent(actor))) return refused(403, `${asked}: agent is not the actor of the launch`);
    if (state && !activityId) return refused(400, `${asked}: activityId is missing`);
    if (registration !== null && registration !== session.registration) return refused(403, `${asked}: registration is not that of the launch`);
    const place = id => JSON.stringify([resource, activityId, registration, id]);
    if (id === null) { // several documents at once
      const all = [...documents.values()].filter(each => place(each.id) === each.place && !(each.stored <= Date.parse(parameters.get('since'))));
      if (reads) return json(200, all.map(each => each.id));
      if (method !== 'DELETE' || !state) return refused(400, `${asked}: the document has no name`);
      for (const each of all) if (each.id !== LAUNCH_DATA) documents.delete(each.place);
      return { status: 204 };
    }
    const got = documents.get(place(id));
    if (id === LAUNCH_DATA && !reads) return refused(403, `${asked}: ${id} is the LMS's`); // 10.2.1
    if (id === LAUNCH_DATA && !got) return refused(404, `${asked}: ${id} is at the activityId and the registration of the launch`);
    if (reads) {
      if (state !== (id === PREFERENCES)) session.read.add(id);
      if (!got) return { status: 404 };
      return { status: 200, body: got.body, 'Content-Type': got.type, ETag: got.etag, 'Last-Modified': new Date(got.stored).toUTCString() };
    }
    const [match, none] = [headers['if-match'], headers['if-none-match']];
    if (!state && method === 'PUT' && !match && !none) return refused(got ? 409 : 400, `${asked}: a profile is put with If-Match or If-None-Match`);
    if (match && (!got || !['*', got.etag].includes(match)) || (got && ['*', got.etag].includes(none))) {
      return json(412, { errors: ['the document is another by now'] }); // no fault of the AU: it must read, and try again
    }
    if (method === 'DELETE') {
      documents.delete(place(id));
      return { status: 204 };
    }
    const type = headers['content-type'] ?? 'application/octet-stream';
    let value = body;
    try {
      const [kept, sent] = [method === 'POST' && got ? JSON.parse(got.body) : undefined, JSON_TYPE.test(type) ? JSON.parse(body) : undefined];
      if (kept !== undefined) { // the properties of both
        if (![kept, sent].every(each => Object.getPrototypeOf(each) === Object.prototype)) throw new Error('no objects');
        value = JSON.stringify({ ...kept, ...sent });
      }
    } catch {
      return refused(400, `${asked}: ${id} is not the JSON that it should be`);
    }
    put(resource, activityId, registration, id, value, type);
    return { status: 204 };
  }

  function put(resource, activityId, registration, id, body, type = 'application/json') {
    const place = JSON.stringify([resource, activityId, registration, id]);
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
    documents.set(place, { place, resource, activityId, registration, id, body, type, etag, stored: Date.now() });
  }
  if (preferences) put('agents/profile', null, null, PREFERENCES, JSON.stringify(preferences));

  /**
   * A new session of an AU; one of the same registration that is not terminated by now is abandoned (9.3.6). Of what
   * LMS.LaunchData says, any can be given for this one session.
   */
  function launch(index = 0, { registration = registered, ...changes } = {}) {
    for (const session of sessions) if (session.registration === registration) session.over ??= 'abandoned';
    const { activityId, publisher, url, entitlementKey, ...unit } = units[index];
    const [id, key] = [randomUUID(), randomUUID()];
    const { contextActivities: { grouping, ...activities } = {}, extensions, ...rest } = contextTemplate;
    const data = { // 10.2
      contextTemplate: {
        ...rest,
        contextActivities: { ...activities, grouping: [{ objectType: 'Activity', id: publisher }, ...list(grouping)] },
        extensions: { ...extensions, [SESSION]: id },
      },
      ...unit, // moveOn, and what cmi5.xml has of masteryScore and launchParameters
      ...(masteryScore !== undefined && { masteryScore }),
      ...(moveOn !== undefined && { moveOn }),
      ...(entitlementKey !== undefined && { entitlementKey: { courseStructure: entitlementKey } }),
      launchMode,
      returnURL: `${home}/return/${id}`,
      ...changes,
    };
    const token = Buffer.from(`${id}:${randomUUID()}`).toString('base64');
    sessions.push({ id, key, token, actor, activityId, registration, data, read: new Set() });
    put('activities/state', activityId, registration, LAUNCH_DATA, JSON.stringify(data));
    const values = { endpoint: `${home}/lrs/`, fetch: `${home}/fetch?k=${key}`, actor: JSON.stringify(actor), registration, activityId };
    const query = Object.entries(values).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
    const address = new URL(url, `${site}/`);
    address.search += address.search ? `&${query}` : query; // a query of its own is kept (13.1.4)
    return { url: address.href, registration, session: id };
  }

  return {
    launch,
    violations,
    statements: () => accepted.map(entry => entry.statement),
    /** What the AU keeps in the State resource. */
    state: () => [...documents.values()].filter(each => each.resource === 'activities/state' && each.id !== LAUNCH_DATA)
      .map(({ activityId, registration, id, type, etag, body }) =>
        ({ activityId, registration, stateId: id, etag, value: JSON_TYPE.test(type) ? JSON.parse(body) : String(body) })),
    stop: () => end(lms),
    start: () => listen(lms, port),
    /** From now on every request is dealt with at once, and answered so much later. */
    slow: ms => { delay = ms; },
    close: () => Promise.all([end(content), end(lms)]),
  };
}

/** What Python runs: Ralph's own app with its file system backend, on a port that is free. It ends with its standard input. */
const PROGRAM = String.raw`
import json, os, pathlib, secrets, socket, sys, threading
import bcrypt, uvicorn
from fastapi.responses import JSONResponse
from ralph.api import app
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend
from ralph.models.xapi.base.statements import BaseXapiStatement

# As it is published (5.1.0), this backend stores one request and refuses the next: every write is to create the file anew.
FSLRSBackend.default_operation_type = BaseOperationType.APPEND

@app.middleware("http")
async def strict(request, go_on):
    """The server asks a statement for actor, verb and object alone. Ralph's model of it asks for what xAPI does."""
    if request.method in ("POST", "PUT"):
        try:
            body = await request.json()
            for statement in body if isinstance(body, list) else [body]:
                BaseXapiStatement.model_validate(statement)
        except Exception as fault:
            return JSONResponse({"detail": str(fault)}, 400)
    return await go_on(request)

password = secrets.token_urlsafe()
user = {"username": "lms", "hash": bcrypt.hashpw(password.encode(), bcrypt.gensalt(4)).decode(), "scopes": ["all"],
        "agent": {"account": {"homePage": "https://lms.example", "name": "lms"}}}
pathlib.Path(os.environ["RALPH_AUTH_FILE"]).write_text(json.dumps([user]))
listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen()
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
print(json.dumps({"port": listener.getsockname()[1], "password": password}), flush=True)
uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listener])
`;

/** Starts Ralph with the Python of an environment that has ralph.txt installed; what it keeps goes away with it. */
export async function ralph(python) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ralph-'));
  const own = {
    APP_DIR: folder, AUTH_FILE: `${folder}/auth.json`, HISTORY_FILE: `${folder}/history.json`, RUNSERVER_BACKEND: 'fs',
    BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH: `${folder}/statements`, RUNSERVER_MAX_SEARCH_HITS_COUNT: '1000000',
  };
  // Nothing of Ralph's comes from the environment of the tests: it could name another host.
  const env = { PATH: process.env.PATH, HOME: folder, PYDANTIC_ERRORS_INCLUDE_URL: '0' };
  for (const [name, value] of Object.entries(own)) env[`RALPH_${name}`] = value;
  const child = spawn(python.includes('/') ? path.resolve(python) : python, ['-c', PROGRAM], { cwd: folder, env });
  const ended = new Promise(done => child.once('close', done).once('error', done));
  const close = async () => {
    child.ref();
    child.stdin.end();
    await ended;
    fs.rmSync(folder, { recursive: true, force: true });
  };
  let said = '';
  child.stderr.on('data', part => { said += part; });
  child.stdin.on('error', () => {});
  const first = await Promise.race([ended, new Promise(line => createInterface(child.stdout).once('line', line))]);
  if (typeof first !== 'string') {
    await close();
    throw new Error(`Ralph did not start: ${first}\n${said}`);
  }
  const { port, password } = JSON.parse(first);
  const endpoint = `http://127.0.0.1:${port}/xAPI/`;
  const authorization = `Basic ${Buffer.from(`lms:${password}`).toString('base64')}`;
  const statements = async () => {
    const answer = await fetch(`${endpoint}statements`, { headers: { authorization, 'x-experience-api-version': XAPI } });
    if (!answer.ok) throw new Error(`Ralph says ${answer.status}: ${await answer.text()}\n${said}`);
    return (await answer.json()).statements;
  };
  await statements(); // the port is open before the server is: this waits for it
  // A test that fails before it closes this does not keep its process from ending, and Ralph ends with that.
  for (const each of [child, child.stdin, child.stdout, child.stderr]) each.unref();
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  return { endpoint, authorization, statements, close };
}
