// Saved answers under a new version: each comes along or is kept aside, and none is ever lost.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapAnswers } from '../lib/index.js';

const task = (answer, more = {}) => ({ kind: 'x', page: 'p', share: 'private', since: '1.0.0', answer, ...more });
const manifest = (tasks, retired = {}) => ({ tasks, retired });
const NOW = manifest(
  {
    text: task({ type: 'text' }),
    scale: task({ type: 'number', from: 0, to: 10, step: 1 }),
    daily: task({ type: 'number', from: 0, to: 10, step: 1 }, { every: 'day' }),
    choice: task({ type: 'options', many: true, options: ['a', 'b'] }),
    done: task({ type: 'done' }),
    rows: task({ type: 'rows', columns: ['takes'], rows: 3 }),
    quiz: task({ type: 'quiz', questions: { q: ['a'] }, pass: 80 }),
  },
  {
    older: { in: '1.1.0', replaced_by: 'old' },
    old: { in: '1.2.0', replaced_by: 'text' },
    number: { in: '1.2.0', replaced_by: 'text' },
    round: { in: '1.1.0', replaced_by: 'about' },
    about: { in: '1.1.0', replaced_by: 'round' },
  },
);

const SAVED = {
  text: 'En tanke',
  scale: 7,
  daily: [{ at: '2026-01-01T20:00:00Z', value: 4 }],
  choice: ['a'],
  done: { done: true, note: 'fint' },
  rows: [{ takes: 'jobb' }],
  quiz: { q: ['a'] },
};

test('what has its task still is there as it was', () => {
  assert.deepEqual(mapAnswers(SAVED, NOW), { answers: SAVED, aside: {}, moved: {}, gone: {} });
});

test('an answer moves to the task in whose place it stands, over several versions', () => {
  const { answers, aside, moved } = mapAnswers({ older: 'Fra i vår' }, NOW);
  assert.deepEqual({ answers, aside, moved }, { answers: { text: 'Fra i vår' }, aside: {}, moved: { older: 'text' } });
});

test('where both are answered the new one counts, and the old one is kept', () => {
  const { answers, aside, moved } = mapAnswers({ old: 'før', text: 'nå' }, NOW);
  assert.deepEqual({ answers, aside, moved }, { answers: { text: 'nå' }, aside: { old: 'før' }, moved: {} });
  assert.deepEqual(mapAnswers({ older: 'først', old: 'så' }, NOW).aside, { old: 'så' });
});

test('what would be read as something else is kept aside', () => {
  const saved = { number: 3, gone: 'x', round: 'y', constructor: 'z', scale: 70, choice: 'a', done: 'ja', rows: [['x']], quiz: ['a'], daily: 4, text: [{ at: 'x', value: 'y' }] };
  assert.deepEqual(mapAnswers(saved, NOW), { answers: {}, aside: saved, moved: {}, gone: {} });
});

test('a check-in\'s parts are asked as often as it is', () => {
  const parts = { calm: task({ type: 'number', from: 0, to: 10, step: 1 }, { group: 'tonight' }) };
  const asked = manifest({ ...parts, tonight: task({ type: 'group', tasks: ['calm'] }, { when: 'day' }) });
  const saved = { calm: [{ at: '2026-01-01T20:00:00Z', value: 4 }] };
  assert.deepEqual(mapAnswers(saved, asked).answers, saved);
  assert.deepEqual(mapAnswers({ calm: 4 }, asked).aside, { calm: 4 });
});

test('what was kept aside comes back when a version has its task again', () => {
  const { answers, aside } = mapAnswers({ text: 'nå' }, NOW, { scale: 3, gone: 'x' });
  assert.deepEqual({ answers, aside }, { answers: { text: 'nå', scale: 3 }, aside: { gone: 'x' } });
});

test('an option that is gone stays in the answer, and is told', () => {
  const { answers, gone } = mapAnswers({ choice: ['a', 'z'], rows: [{ takes: 'x', gives: 'y' }] }, NOW);
  assert.deepEqual(answers, { choice: ['a', 'z'], rows: [{ takes: 'x', gives: 'y' }] });
  assert.deepEqual(gone, { choice: ['z'], rows: ['gives'] });
});

test('no answer is lost, whatever the ids and the tasks', () => {
  const ids = [...Object.keys(NOW.tasks), ...Object.keys(NOW.retired), 'nobody'];
  const values = [...Object.values(SAVED), [], '', 0];
  let seed = 1;
  const below = count => (seed = (seed * 48271) % 2147483647) % count;
  for (let round = 0; round < 2_000; round += 1) {
    const saved = {};
    for (let at = below(8); at >= 0; at -= 1) saved[ids[below(ids.length)]] = values[below(values.length)];
    const { answers, aside } = mapAnswers(saved, NOW);
    const all = [...Object.values(answers), ...Object.values(aside)].map(value => JSON.stringify(value)).sort();
    assert.deepEqual(all, Object.values(saved).map(value => JSON.stringify(value)).sort());
  }
});
