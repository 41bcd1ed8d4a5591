// The stems of Norwegian and Swedish words, as Snowball has them, so that the reader's words are cut like those of the index.
// The rules are tables; tests/browser/search.test.mjs holds them to Snowball's own answers, word by word.
'use strict';

andrum.stemmers = (() => {
  /** Where the part of a word begins that a suffix may be cut from: behind the first consonant that follows a vowel. */
  function region(word, vowels) {
    if (word.length < 3) return word.length;
    let at = 0;
    while (at < word.length && !vowels.includes(word[at])) at += 1;
    while (at < word.length && vowels.includes(word[at])) at += 1;
    return at < word.length ? Math.max(at + 1, 3) : word.length;
  }

  /** The longest of some endings that lies in a word behind `from`. */
  const longest = (word, endings, from = 0) =>
    endings.filter(ending => word.endsWith(ending) && word.length - ending.length >= from).sort((one, other) => other.length - one.length)[0];

  const list = words => words.split(' ');
  const without = (word, ending) => word.slice(0, word.length - ending.length);

  const NORWEGIAN = {
    vowels: 'aeêioòóôuyæøå',
    main: list('a e ede ande ende ane ene hetene erte en heten ar er heter s as es edes endes enes hetenes ens hetens ers ets et het ert ast'),
    /** What a plural in -ers stands behind, and what a name in -ers does. */
    kept: list('ind kk nk amm omm kap pp lt ast øst v'),
    cut: list('skap hav giv'),
    other: list('leg eleg ig eig lig elig els lov elov slov hetslov'),
  };

  function norwegian(word) {
    const { vowels, main, kept, cut, other } = NORWEGIAN;
    const from = region(word, vowels);
    const ending = longest(word, main, from);
    if (ending) {
      const rest = without(word, ending);
      const before = rest[rest.length - 1] ?? '';
      if (ending === 'ert' || ending === 'erte') word = `${rest}er`;
      else if (ending === 'ers') word = kept.includes(longest(rest, [...kept, ...cut])) ? word : rest;
      else if (ending !== 's') word = rest;
      else if ('bcdfghjlmnoptvyz'.includes(before || '-')
        || (before === 'r' && rest[rest.length - 2] !== 'e')
        || (before === 'k' && rest.length > 1 && !vowels.includes(rest[rest.length - 2]))) word = rest;
    }
    if (longest(word, ['dt', 'vt'], from)) word = word.slice(0, -1);
    return without(word, longest(word, other, from) ?? '');
  }

  const SWEDISH = {
    vowels: 'aeiouyäåö',
    main: list('a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or s as arnas ernas ornas es ades andes ens arens hetens erns at et andet het ast'),
    /** What the -et of a noun in the definite form does not stand behind. */
    kept: list('fab h pak rak stak kom iet cit dit alit ilit mit nit pit rit sit tit uit ivit kvit xit'),
    pairs: list('dd gd nn dt gt kt tt'),
    other: list('ig lig els fullt öst'),
  };

  function swedish(word) {
    const { vowels, main, kept, pairs, other } = SWEDISH;
    const from = region(word, vowels);
    const isDefinite = rest => rest.length > 2 && !vowels.includes(rest[rest.length - 1]) && vowels.includes(rest[rest.length - 2]) && !longest(rest, kept);
    const ending = longest(word, main, from);
    if (ending === 's') {
      const rest = without(word, 's');
      if (rest.endsWith('et') && isDefinite(without(rest, 'et'))) word = without(rest, 'et');
      else if ('bcdfghjklmnoprtvy'.includes(rest[rest.length - 1] ?? '-')) word = rest;
    } else if (ending === 'et') {
      if (isDefinite(without(word, 'et'))) word = without(word, 'et');
    } else if (ending) {
      word = without(word, ending);
    }
    if (longest(word, pairs, from)) word = word.slice(0, -1);
    const last = longest(word, other, from);
    if (last === 'fullt') return word.slice(0, -1);
    if (last !== 'öst') return without(word, last ?? '');
    return 'iklnprtuv'.includes(word[word.length - 4] ?? '-') ? word.slice(0, -1) : word;
  }

  return { norwegian, swedish };
})();
