/** Saves an answer shortly after the last key, at once when the page is left, and says so when it is true. */

import type { Answers } from '../../ts/src/index.js';
import type { SavedAnswers } from './answers.js';
import { h } from './dom.js';
import type { Words } from './words.js';

/** After so long without a key, in milliseconds. */
const PAUSE = 400;

const waiting = new Set<() => void>();
const flush = () => waiting.forEach(save => save());
addEventListener('pagehide', flush);
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush());

export class Saving {
  /** Says how it stands, to whoever listens to the page. */
  readonly status: HTMLElement;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pending: Answers[string] | undefined;

  constructor(private readonly answers: SavedAnswers, private readonly id: string, private readonly words: Words) {
    const known = answers.get(id) !== undefined;
    this.status = h('p', { class: 'saved', role: 'status' }, known ? words.saved : '');
    if (!answers.isKept) this.status.textContent = words.notSaved;
  }

  /** Takes an answer, to be saved soon. */
  later(value: Answers[string]): void {
    this.pending = value;
    if (this.answers.isKept) this.status.textContent = '';
    clearTimeout(this.timer);
    this.timer = setTimeout(this.now, PAUSE);
    waiting.add(this.now);
  }

  private readonly now = (): void => {
    const value = this.pending;
    clearTimeout(this.timer);
    waiting.delete(this.now);
    if (value === undefined) return;
    this.pending = undefined;
    this.answers.set(this.id, value).then(
      () => this.pending === undefined && (this.status.textContent = this.words.saved),
      () => (this.status.textContent = this.words.notSaved),
    );
  };
}

/** Saves what still waits, before anything else is shown. */
export const saveAll = flush;
