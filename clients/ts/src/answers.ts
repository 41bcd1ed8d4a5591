/** Saved answers under a new version: each comes along, or is kept aside. None is ever dropped. */

import type { Manifest, TaskPromise } from './format.js';
import { own } from './manifest.js';

/** What an app stores of one answer, by the `type` of the task's answer. */
export type Value =
  /** `text` */
  | string
  /** `number` */
  | number
  /** `options`: ids */
  | string[]
  /** `done` */
  | { done: boolean; note?: string }
  /** `rows`: texts by column id */
  | Record<string, string>[]
  /** `quiz`: option ids by question id */
  | Record<string, string[]>;

/** An answer of a task that is asked again and again, see {@link isAskedAgain}; the time is ISO 8601. */
export interface Dated {
  at: string;
  value: Value;
}

/** By task id. A task that is asked again has a list of dated answers. */
export type Answers = Record<string, Value | Dated[]>;

export interface Mapped {
  /** What the new version reads. */
  answers: Answers;
  /** What it has no task for, or would read as something else. Keep it: a later version may have one. */
  aside: Answers;
  /** Where answers moved: from the old id to the new. */
  moved: Record<string, string>;
  /** Options and columns that answers name and that are no longer there, by task. */
  gone: Record<string, string[]>;
}

/** Sorts answers, and those that were kept aside before, under the tasks of a version. */
export function mapAnswers(saved: Answers, manifest: Manifest, kept: Answers = {}): Mapped {
  const mapped: Mapped = { answers: {}, aside: {}, moved: {}, gone: {} };
  const moving: [string, string][] = [];
  for (const [id, answer] of Object.entries({ ...kept, ...saved })) {
    const target = heir(id, manifest);
    const task = target === undefined ? undefined : own(manifest.tasks, target);
    if (target === undefined || !task || !fits(task, answer, manifest)) mapped.aside[id] = answer;
    else if (target === id) mapped.answers[id] = answer;
    else moving.push([id, target]);
  }
  for (const [id, target] of moving) {
    const answer = own(saved, id) ?? kept[id]!;
    // Who has answered the new task already has said more than the old one knows.
    if (Object.hasOwn(mapped.answers, target)) mapped.aside[id] = answer;
    else {
      mapped.answers[target] = answer;
      mapped.moved[id] = target;
    }
  }
  for (const [id, answer] of Object.entries(mapped.answers)) {
    const gone = strangers(manifest.tasks[id]!, answer);
    if (gone.length > 0) mapped.gone[id] = gone;
  }
  return mapped;
}

/** The task that answers under an id belong to now, at the end of a chain of replacements. */
function heir(id: string, manifest: Manifest): string | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = own(manifest.retired, at)?.replaced_by) {
    if (own(manifest.tasks, at)) return at;
    seen.add(at);
  }
  return undefined;
}

/** Whether what is stored of a task is a list of dated answers: it is asked again, by itself or with the check-in it is part of. */
export function isAskedAgain(task: TaskPromise, manifest: Manifest): boolean {
  const group = task.group === undefined ? undefined : own(manifest.tasks, task.group);
  return task.every !== undefined || group?.every !== undefined || group?.when !== undefined;
}

/** Whether a task would read an answer as what it was. */
function fits(task: TaskPromise, answer: Value | Dated[], manifest: Manifest): boolean {
  const dated = Array.isArray(answer) && answer.length > 0 && answer.every(isDated);
  if (isAskedAgain(task, manifest)) {
    return Array.isArray(answer) && (answer.length === 0 || (dated && answer.every(row => fitsOnce(task, row.value))));
  }
  return !dated && fitsOnce(task, answer as Value);
}

function fitsOnce({ answer }: TaskPromise, value: Value): boolean {
  switch (answer.type) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && value >= answer.from && value <= answer.to;
    case 'options':
      return isTexts(value);
    case 'done':
      return isRecord(value) && typeof value.done === 'boolean';
    case 'rows':
      return Array.isArray(value) && value.every(row => isRecord(row) && Object.values(row).every(cell => typeof cell === 'string'));
    case 'quiz':
      return isRecord(value) && Object.values(value).every(isTexts);
    // The tasks of a check-in are answered one by one; a type that came later has no answers yet.
    default:
      return false;
  }
}

/** What an answer names that its task no longer has. */
function strangers({ answer }: TaskPromise, saved: Value | Dated[]): string[] {
  const values = Array.isArray(saved) && saved.every(isDated) ? saved.map(row => row.value) : [saved as Value];
  const named = values.flatMap(value => {
    if (answer.type === 'options') return value as string[];
    return answer.type === 'rows' ? (value as Record<string, string>[]).flatMap(row => Object.keys(row)) : [];
  });
  const known: string[] = answer.type === 'options' ? answer.options : answer.type === 'rows' ? answer.columns : [];
  return [...new Set(named.filter(id => !known.includes(id)))];
}

function isDated(value: unknown): value is Dated {
  return isRecord(value) && typeof value.at === 'string' && 'value' in value;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
