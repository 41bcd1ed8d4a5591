/** A form that widens and settles with the breath, words and seconds beside it. One key starts and stops it. */

import type { Block } from '../../ts/src/index.js';
import { steps } from './blocks.js';
import { h } from './dom.js';
import type { Reading } from './reading.js';

type Pattern = Extract<Block, { type: 'breathing' }>;

export function breathing(reading: Reading, pattern: Pattern): Node {
  const { words } = reading;
  const word = h('span', {}, words.in);
  const count = h('span', {}, '');
  const form = h('div', {}, h('div', {}, word, h('br'), count));
  const round = h('p', { class: 'meta' }, words.of(0, pattern.rounds));
  const button = h('button', { type: 'button', click: () => (timer === undefined ? start() : stop()) }, words.start);
  const phases = [
    { word: words.in, seconds: pattern.in, wide: true },
    { word: words.hold, seconds: pattern.hold, wide: true },
    { word: words.out, seconds: pattern.out, wide: false },
    { word: words.rest, seconds: pattern.rest, wide: false },
  ].filter(phase => phase.seconds > 0);
  const whole = phases.reduce((sum, phase) => sum + phase.seconds, 0);
  let timer: ReturnType<typeof setInterval> | undefined;
  let began = 0;

  /** What is so at this second, reckoned from the start, so that a sleeping page is right again when it wakes. */
  const tick = () => {
    const second = Math.round((Date.now() - began) / 1000);
    if (second >= whole * pattern.rounds || !form.isConnected) return stop();
    let within = second % whole;
    const phase = phases.find(phase => within < phase.seconds || ((within -= phase.seconds), false))!;
    word.textContent = phase.word;
    count.textContent = String(phase.seconds - within);
    form.style.transitionDuration = `${phase.seconds}s`;
    form.classList.toggle('wide', phase.wide);
    round.textContent = words.of(Math.floor(second / whole) + 1, pattern.rounds);
  };
  const start = () => {
    began = Date.now();
    timer = setInterval(tick, 1000);
    button.textContent = words.stop;
    tick();
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    form.classList.remove('wide');
    count.textContent = '';
    button.textContent = words.start;
  };
  const title = pattern.title === undefined || pattern.title === '' ? null : h('h2', { id: pattern.id }, pattern.title);
  return h('section', {}, title, steps(reading, pattern.steps), h('div', { class: 'breath', 'aria-hidden': 'true' }, form), round, button);
}
