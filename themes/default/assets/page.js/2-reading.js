// An answer in words, wherever it is shown: on its page, on the page of answers, in a file.
'use strict';

andrum.reading = (() => {
  const { word } = andrum;
  const tag = document.documentElement.lang;

  const text = value => (typeof value === 'string' ? value.trim() : '');
  const rows = value => (Array.isArray(value) ? value : []).filter(row => row && Object.values(row).some(text));

  /** By the kind of a task: its answer as lines. `label` gives the words of an option, a column or a question by its id. */
  const LINES = {
    reflection: value => [text(value)],
    scale: (value, label) => {
      const words = label(String(value));
      return [words === String(value) ? words : `${value} (${words})`];
    },
    choice: (value, label) => value.map(label),
    homework: value => [value.done ? word("done") : '', text(value.note)],
    worksheet: (value, label) => rows(value).flatMap((row, at) => Object.entries(row)
      .filter(([, words]) => text(words))
      .map(([column, words]) => `${at + 1}. ${label(column)}: ${text(words)}`)),
    quiz: (value, label) => [
      ...Object.entries(value.answers).map(([question, options]) =>
        `${label(question)} ${options.map(option => label(`${question}.${option}`)).join(', ')}`),
      Number.isFinite(value.score) ? word("quiz-score", { score: value.score }) : '',
    ],
  };

  return {
    /** The lines of an answer; none for an empty one. What this version no longer knows is shown as it was kept. */
    lines(kind, value, labels = {}) {
      if (value === null || value === undefined) return [];
      try {
        return LINES[kind](value, id => labels[id] ?? id).filter(Boolean);
      } catch {
        return [typeof value === 'string' ? value : JSON.stringify(value)];
      }
    },
    // A formatter costs a slow phone a tenth of a second, so none is made before it is needed.
    day: iso => new Date(iso).toLocaleDateString(tag, { day: 'numeric', month: 'long', year: 'numeric' }),
    time: iso => new Date(iso).toLocaleTimeString(tag, { hour: '2-digit', minute: '2-digit' }),
  };
})();
