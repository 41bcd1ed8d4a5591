// One's own answers on a scale over time, as a plain line: no colours that judge, no goals, and the same numbers as a table.
'use strict';

andrum.line = (() => {
  const { word, reading } = andrum;
  const WIDTH = 320;
  const HEIGHT = 110;
  const INSET = 8;
  const drawn = (name, facts) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(facts).forEach(([key, value]) => node.setAttribute(key, value));
    return node;
  };
  const made = (name, words = '', facts = {}) => Object.assign(document.createElement(name), { textContent: words }, facts);

  /** A figure of `entries`, the oldest first, on a scale with the words of its ends; null below two. */
  return (entries, { from, to, low, high }) => {
    const known = entries.filter(entry => Number.isFinite(entry.value));
    if (known.length < 2) return null;
    const times = known.map(entry => Date.parse(entry.on));
    const [first, last] = [times[0], times[times.length - 1]];
    const x = time => INSET + (WIDTH - 2 * INSET) * (last > first ? (time - first) / (last - first) : 0.5);
    const y = value => HEIGHT - INSET - (HEIGHT - 2 * INSET) * (value - from) / (to - from || 1);
    const points = known.map((entry, at) => [x(times[at]), y(entry.value)].map(number => number.toFixed(1)));

    const picture = drawn('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': word("line-label") });
    [from, to].forEach(end => picture.append(drawn('line', { class: 'ground', x1: 0, x2: WIDTH, y1: y(end), y2: y(end) })));
    picture.append(drawn('polyline', { points: points.map(point => point.join()).join(' ') }));
    points.forEach(([cx, cy]) => picture.append(drawn('circle', { cx, cy, r: 4 })));

    const dates = made('p', '', { className: 'line-dates' });
    dates.append(made('span', reading.day(known[0].on)), made('span', reading.day(known[known.length - 1].on)));
    const table = made('table');
    known.forEach(entry => {
      const row = table.insertRow();
      row.append(made('th', `${reading.day(entry.on)}, ${reading.time(entry.on)}`, { scope: 'row' }), made('td', entry.value));
    });
    const details = made('details');
    details.append(made('summary', word("line-numbers")), table);

    const figure = made('figure', '', { className: 'line' });
    figure.append(made('figcaption', word("line-title")), made('p', `${to}${high ? ` · ${high}` : ''}`), picture, made('p', `${from}${low ? ` · ${low}` : ''}`), dates, details);
    return figure;
  };
})();
