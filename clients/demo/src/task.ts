/** A task to fields. Its structure is the manifest's, its words the page's; what is typed is saved under its id. */

import { isAskedAgain, type Answers, type Dated, type Task, type TaskPromise, type Value } from '../../ts/src/index.js';
import { blocks, runs } from './blocks.js';
import { h } from './dom.js';
import type { Reading } from './reading.js';
import { Saving } from './saving.js';

/** Draws the fields of one answer; `save` takes what they say each time it changes. */
type Fields = (value: Value | undefined, save: (value: Value) => void) => Node[];

export function task(reading: Reading, task: Task): Node {
  const { bundle, words } = reading;
  const promise = bundle.task(task.task);
  const title = h('h2', { id: task.task, tabindex: -1 }, task.title);
  if (!promise) return h('section', { class: 'sheet' }, title, blocks(reading, task.blocks));
  if (promise.answer.type === 'group') {
    return h('section', { class: 'sheet' }, title, blocks(reading, task.blocks), (task.tasks ?? []).map(part => field(reading, part)));
  }
  const who = h('p', { class: 'meta' }, promise.share === 'private' ? words.private : words.shared);
  return h('section', { class: 'sheet' }, title, who, blocks(reading, task.blocks), answered(reading, task, promise));
}

/** A task of a check-in. */
function field(reading: Reading, part: Task): Node {
  const promise = reading.bundle.task(part.task);
  const title = h('h3', { id: part.task }, part.title);
  return h('div', { class: 'sheet' }, title, blocks(reading, part.blocks), promise ? answered(reading, part, promise) : []);
}

/** The fields with what was answered, and whether it is saved. Of a task that is asked again today's answer is asked for, and earlier ones stand below. */
function answered(reading: Reading, task: Task, promise: TaskPromise): Node[] {
  const { answers, words } = reading;
  const saving = new Saving(answers, task.task, words);
  const fields = fieldsOf(reading, task, promise);
  const kept = answers.get<Answers[string]>(task.task);
  if (!isAskedAgain(promise, reading.bundle.manifest)) {
    return [...fields(kept as Value | undefined, value => saving.later(value)), saving.status];
  }
  const list = (kept as Dated[] | undefined) ?? [];
  const today = day(new Date());
  const earlier = list.filter(row => day(new Date(row.at)) !== today);
  const now = list.find(row => day(new Date(row.at)) === today);
  const save = (value: Value) => saving.later([...earlier, { at: now?.at ?? new Date().toISOString(), value }]);
  return [h('p', { class: 'meta' }, words.today), ...fields(now?.value, save), saving.status, ...history(reading, earlier)];
}

function history({ words, page }: Reading, earlier: Dated[]): Node[] {
  if (earlier.length === 0) return [];
  const date = (at: string) => new Date(at).toLocaleDateString(page.tag, { day: 'numeric', month: 'long' });
  const rows = earlier.map(({ at, value }) => h('li', {}, `${date(at)}: ${typeof value === 'object' ? JSON.stringify(value) : value}`));
  return [h('details', {}, h('summary', {}, words.earlier), h('ul', {}, rows))];
}

/** A day where the reader is. */
function day(date: Date): string {
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
}

function fieldsOf(reading: Reading, task: Task, { answer }: TaskPromise): Fields {
  switch (answer.type) {
    case 'text':
      return (value, save) => [text(task.title, (value as string | undefined) ?? '', save)];
    case 'number':
      return (value, save) => scale(task, answer, value as number | undefined, save);
    case 'options':
      return (value, save) => options(task, answer.many, answer.options, (value as string[] | undefined) ?? [], save);
    case 'done':
      return (value, save) => done(reading, task, value as { done: boolean; note?: string } | undefined, save);
    case 'rows':
      return (value, save) => worksheet(reading, task, answer.columns, answer.rows, (value as Record<string, string>[] | undefined) ?? [], save);
    case 'quiz':
      return (value, save) => quiz(reading, task, answer.pass, (value as Record<string, string[]> | undefined) ?? {}, save);
    default:
      return () => [];
  }
}

function text(label: string, value: string, save: (value: string) => void): HTMLTextAreaElement {
  const area = h('textarea', { 'aria-label': label, input: () => save(area.value) });
  area.value = value;
  return area;
}

function scale(task: Task, answer: { from: number; to: number; step: number }, value: number | undefined, save: (value: number) => void): Node[] {
  const points = Array.from({ length: Math.floor((answer.to - answer.from) / answer.step) + 1 }, (_, at) => answer.from + at * answer.step);
  const anchors = Object.entries(task.anchors ?? {}).sort(([a], [b]) => Number(a) - Number(b));
  const legend = h('dl', { class: 'anchors' }, anchors.flatMap(([point, words]) => [h('dt', {}, point), h('dd', {}, words)]));
  const buttons = points.map(point => {
    const input = h('input', { type: 'radio', name: task.task, value: point, checked: point === value, change: () => save(point) });
    return h('label', {}, input, String(point));
  });
  return [anchors.length > 0 ? legend : h('span'), h('fieldset', {}, h('legend', { class: 'unseen' }, task.title), h('div', { class: 'scale' }, buttons))];
}

function options(task: Task, many: boolean, ids: string[], value: string[], save: (value: string[]) => void): Node[] {
  // An option that is gone from the task stays in the answer of whoever chose it.
  const gone = value.filter(id => !ids.includes(id));
  const inputs = ids.map(id => h('input', {
    type: many ? 'checkbox' : 'radio', name: task.task, value: id, checked: value.includes(id),
    change: () => save([...(many ? gone : []), ...inputs.filter(input => input.checked).map(input => input.value)]),
  }));
  const labels = inputs.map(input => h('label', { class: 'choice' }, input, task.options?.[input.value] ?? input.value));
  return [h('fieldset', {}, h('legend', { class: 'unseen' }, task.title), labels)];
}

function done({ words }: Reading, task: Task, value: { done: boolean; note?: string } | undefined, save: (value: Value) => void): Node[] {
  const changed = () => save({ done: box.checked, ...(note.value === '' ? {} : { note: note.value }) });
  const box = h('input', { type: 'checkbox', checked: value?.done === true, change: changed });
  const note = text(`${task.title}: ${words.note}`, value?.note ?? '', changed);
  return [h('label', { class: 'choice' }, box, words.done), h('p', { class: 'meta' }, words.note), note];
}

function worksheet(reading: Reading, task: Task, columns: string[], rows: number, value: Record<string, string>[], save: (value: Value) => void): Node[] {
  const { words } = reading;
  const head = (id: string) => task.columns?.[id] ?? id;
  const sheet: Record<string, string>[] = Array.from({ length: Math.max(rows, value.length) }, (_, at) => ({ ...value[at] }));
  const body = h('tbody', {}, (task.examples ?? []).map(cells => h('tr', {}, cells.map(cell => h('td', {}, h('em', {}, `${words.example}: ${cell}`))))));
  const row = (cells: Record<string, string>, at: number) => h('tr', {}, columns.map(id => h('td', {}, text(`${head(id)}, ${words.row(at + 1)}`, cells[id] ?? '', words => {
    cells[id] = words;
    save(sheet.filter((row, at) => at < rows || Object.values(row).some(cell => cell !== '')));
  }))));
  body.append(...sheet.map(row));
  const more = h('button', { type: 'button', click: () => body.append(row(sheet[sheet.push({}) - 1]!, sheet.length - 1)) }, words.addRow);
  const table = h('table', {}, h('thead', {}, h('tr', {}, columns.map(id => h('th', { scope: 'col' }, head(id))))), body);
  return [h('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': task.title }, table), h('p', {}, more)];
}

function quiz(reading: Reading, task: Task, pass: number | undefined, value: Record<string, string[]>, save: (value: Value) => void): Node[] {
  const { words } = reading;
  const chosen: Record<string, string[]> = { ...value };
  const questions = task.questions ?? [];
  const told: (() => boolean)[] = [];
  const parts = questions.map(question => {
    const inputs = question.options.map(option => h('input', {
      type: question.many ? 'checkbox' : 'radio', name: question.id, value: option.id, checked: chosen[question.id]?.includes(option.id) === true,
      change: () => {
        chosen[question.id] = inputs.filter(input => input.checked).map(input => input.value);
        save({ ...chosen });
      },
    }));
    const rows = question.options.map((option, at) => {
      const feedback = h('div', { class: 'meta' });
      told.push(() => {
        const picked = inputs[at]!.checked;
        feedback.replaceChildren(...(picked ? [h('strong', {}, option.right ? words.right : words.wrong), ...blocks(reading, option.feedback)] : []));
        return picked === option.right;
      });
      return h('div', {}, h('label', { class: 'choice' }, inputs[at]!, h('span', {}, runs(reading, option.text))), feedback);
    });
    return h('fieldset', {}, h('legend', {}, runs(reading, question.text)), blocks(reading, question.blocks ?? []), rows);
  });
  const result = h('p', { role: 'status' });
  const check = () => {
    let at = 0;
    const right = questions.filter(question => question.options.map(() => told[at++]!()).every(holds => holds)).length;
    result.textContent = words.score(Math.round((100 * right) / Math.max(1, questions.length)), pass);
  };
  return [...parts, h('p', {}, h('button', { type: 'button', click: check }, words.check)), result];
}
