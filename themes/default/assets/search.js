// The search: the reader's words against the stems of every page, by rules for Norwegian and Swedish, in the browser alone.
//
// A word finds its own stem, the same word in another form, what begins with it, and compounds that end in it (`oppgave` in
// `refleksjonsoppgaver`: both parts stand in the index, so no dictionary is needed). Only where none
// of these is there, å and a count as one letter, and then one slip of the keys is forgiven. docs/search.md has the rules.
'use strict';

andrum.search = (() => {
  /** What a match is worth by how it was found. */
  const WORTH = { exact: 1, form: 0.8, begins: 0.6, part: 0.5, folded: 0.3, slip: 0.2 };
  /** What a word is worth by where it stands: once in the text, often, in a heading, in the title. */
  const PLACE = [1, 1.6, 3, 6];
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const JOINTS = ['', 's', 'e'];
  const LEAST_PART = 4;
  const loaded = new Map();
  const waiting = new Map();
  let index;

  const wordsOf = text => text.normalize('NFC').replace(/\u00AD/g, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const folded = word => word.replace(/[åäàáâ]/g, 'a').replace(/[öøòóô]/g, 'o').replace(/æ/g, 'ae').replace(/[éèê]/g, 'e').replace(/ü/g, 'u');

  /** Takes index.js. */
  function read({ pages, shards, stemmer, endings, forms, stems, postings }) {
    const words = [];
    for (const [, alike, rest] of stems.matchAll(/([A-Z])([^A-Z]*)/g)) {
      words.push((words[words.length - 1] ?? '').slice(0, alike.charCodeAt(0) - 65) + rest);
    }
    const first = new Map(forms.flatMap(([first, ...others]) => others.map(other => [other, first])));
    const cut = andrum.stemmers[stemmer] ?? (word => word);
    const known = new Map();
    index = {
      pages,
      shards,
      words,
      place: new Map(words.map((word, at) => [word, at])),
      postings: postings.split(' '),
      endings: new Set(endings),
      /** What is left of a word at the end of a compound, where more of it may be cut than when it stands alone. */
      tail: word => cut(`bob${word}`).slice(3),
      stem(word) {
        if (!known.has(word)) known.set(word, cut(first.get(word) ?? word));
        return known.get(word);
      },
    };
  }

  /** The pages of a stem with the place it has on each. */
  function pagesOf(at) {
    const found = [];
    let [number, shift, page] = [0, 0, 0];
    for (const letter of index.postings[at]) {
      const bits = LETTERS.indexOf(letter);
      number += (bits % 32) * 2 ** shift;
      shift += 5;
      if (bits < 32) {
        page += number >> 2;
        found.push([page, number & 3]);
        [number, shift] = [0, 0];
      }
    }
    return found;
  }

  /** Whether two words are one but for their endings. */
  function isForm(one, other) {
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    return short.length >= 3 && long.startsWith(short) && index.endings.has(long.slice(short.length));
  }

  /** Whether a word that may not be typed to its end begins a stem, or has passed the end of one. */
  function isBegun(word, stem) {
    return (word.length > 1 && stem.startsWith(word)) || (stem.length > 4 && word.startsWith(stem) && word.length < stem.length + 5);
  }

  /** Whether a stem is a compound that ends in a word, behind another that stands in the index too. */
  function endsIn(tail, whole) {
    const head = whole.slice(0, whole.length - tail.length);
    if (head.length < LEAST_PART || !whole.endsWith(tail)) return false;
    const stands = word => word.length >= LEAST_PART && index.place.has(index.stem(word));
    return JOINTS.some(joint => head.endsWith(joint) && stands(head.slice(0, head.length - joint.length)));
  }

  /** Whether one slip parts two words: a letter too many, too few, wrong, or two that changed places. */
  function isSlip(one, other) {
    if (Math.abs(one.length - other.length) > 1) return false;
    let at = 0;
    while (at < one.length && one[at] === other[at]) at += 1;
    const [left, right] = [one.slice(at), other.slice(at)];
    return left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1)
      || (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2));
  }

  /** The stems that a word finds, each with what it is worth. */
  function found(word) {
    const stem = index.stem(word);
    const tail = word.length >= LEAST_PART ? index.tail(word) : '';
    const worth = new Map();
    const add = (at, value) => worth.set(at, Math.max(value, worth.get(at) ?? 0));
    index.words.forEach((known, at) => {
      if (known === stem) add(at, WORTH.exact);
      else if (isForm(stem, known) || isForm(word, known)) add(at, WORTH.form);
      else if (isBegun(word, known)) add(at, WORTH.begins);
      else if (tail.length > 1 && endsIn(tail, known)) add(at, WORTH.part);
    });
    const plain = folded(stem);
    if (worth.size === 0 || plain !== stem) {
      index.words.forEach((known, at) => {
        const other = folded(known);
        if (other === plain || (worth.size === 0 && word.length > 2 && other.startsWith(folded(word)))) add(at, WORTH.folded);
      });
    }
    if (worth.size === 0 && stem.length > 3) {
      index.words.forEach((known, at) => (isSlip(stem, known) || isSlip(word, known)) && add(at, WORTH.slip));
    }
    return worth;
  }

  /** The pages that hold all the words, the best first; where none holds them all, those that hold most. */
  function find(text) {
    const words = [...new Set(wordsOf(text))];
    const marks = new Set();
    const pages = new Map();
    words.forEach(word => {
      const best = new Map();
      found(word).forEach((worth, at) => {
        marks.add(at);
        const standing = pagesOf(at);
        const rare = Math.log(1 + index.pages.length / standing.length);
        standing.forEach(([page, place]) => best.set(page, Math.max(best.get(page) ?? 0, worth * PLACE[place] * rare)));
      });
      best.forEach((score, page) => {
        const row = pages.get(page) ?? { page, words: 0, score: 0 };
        row.words += 1;
        row.score += score;
        pages.set(page, row);
      });
    });
    const most = Math.max(0, ...[...pages.values()].map(row => row.words));
    const hits = [...pages.values()].filter(row => row.words === most);
    hits.sort((one, other) => other.score - one.score || one.page - other.page);
    return { hits: hits.map(({ page }) => page), marks: new Set([...marks].map(at => index.words[at])) };
  }

  /** The text of a page, from its shard. */
  function textOf(page) {
    const shard = index.shards.filter(first => first <= page).length - 1;
    if (!loaded.has(shard)) {
      loaded.set(shard, new Promise((resolve, reject) => {
        waiting.set(shard, resolve);
        const script = Object.assign(document.createElement('script'), { src: `search/${shard}.js`, onerror: reject });
        document.head.append(script);
      }).catch(() => {
        loaded.delete(shard);
        return [];
      }));
    }
    return loaded.get(shard).then(texts => texts[page - index.shards[shard]] ?? '');
  }

  const isMarked = (word, marks) => marks.has(index.stem(word.toLowerCase()));

  /** The lines of a text that say most of what was asked, about two of them, with the words marked. */
  function excerpt(text, marks) {
    const sentences = text.split(/\n|(?<=[.!?]) /).filter(Boolean);
    const score = sentence => new Set(wordsOf(sentence).filter(word => isMarked(word, marks)).map(word => index.stem(word))).size;
    const best = sentences.reduce((best, sentence, at) => {
      const value = score(sentence);
      return value > best.value ? { value, at } : best;
    }, { value: 0, at: 0 }).at;
    let words = sentences[best] ?? '';
    // What stands under a heading or beside a picture is told apart from it.
    const joined = next => `${words}${/[.!?:…]$/.test(words) ? ' ' : ' – '}${next}`;
    for (let next = best + 1; next < sentences.length && words.length < 120; next += 1) words = joined(sentences[next]);
    if (words.length > 240) words = `${words.slice(0, words.lastIndexOf(' ', 240))} …`;
    return words.split(/([\p{L}\p{N}]+)/u).map((part, at) => {
      const marked = at % 2 && isMarked(part, marks);
      return marked ? Object.assign(document.createElement('mark'), { textContent: part }) : part;
    });
  }

  const SHOWN = 20;
  const part = name => document.querySelector(`.search ${name}`);
  let asked = 0;

  async function show(text) {
    const turn = asked += 1;
    history.replaceState(null, '', text ? `#${encodeURIComponent(text)}` : location.pathname);
    const hits = part('.hits');
    if (!text.trim()) {
      hits.replaceChildren();
      part('.count').textContent = '';
      return;
    }
    const { hits: pages, marks } = find(text);
    const rows = await Promise.all(pages.slice(0, SHOWN).map(async page => hit(page, await textOf(page), marks)));
    if (turn !== asked) return;
    hits.replaceChildren(...rows);
    part('.count').textContent = pages.length ? andrum.word("search-count", { count: pages.length }) : andrum.word("search-none", { words: text.trim() });
  }

  function hit(page, text, marks) {
    const [id, title, unit, summary] = index.pages[page];
    const made = (name, ...inside) => {
      const node = document.createElement(name);
      node.append(...inside.filter(Boolean));
      return node;
    };
    const link = made('a', title);
    link.href = id === 'home' ? 'index.html' : `${id}/index.html`;
    const kind = made('p', unit);
    kind.className = 'meta';
    return made('li', link, unit && kind, made('p', ...excerpt(text || summary, marks)));
  }

  /** The form works once the index is here; the words that the address holds are asked at once. */
  function start() {
    const form = part('form');
    const field = form.querySelector('input');
    let timer;
    form.hidden = false;
    const ask = () => show(field.value);
    form.addEventListener('submit', event => {
      event.preventDefault();
      ask();
    });
    field.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 150);
    });
    field.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return;
      field.value = '';
      ask();
    });
    const words = decodeURIComponent(location.hash.slice(1));
    if (words) {
      field.value = words;
      ask();
    } else {
      field.focus();
    }
  }

  return {
    read,
    index(handed) {
      read(handed);
      start();
    },
    find: text => find(text).hits.map(page => index.pages[page][0]),
    texts: (shard, texts) => waiting.get(shard)?.(texts),
  };
})();
