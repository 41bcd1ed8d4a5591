// What every other script stands on: where the page is in the site, and the interface's words in its language.
'use strict';

{
  const { programme, edition, version, language, page, root, up } = document.documentElement.dataset;
  // words.js came first; the compiler writes it from i18n/<language>/site.ftl.
  const words = globalThis.andrum?.words ?? {};
  globalThis.andrum = {
    site: { programme, edition, version, language, page, root, up, served: location.protocol.startsWith('http') },
    words,
    word: (id, gaps = {}) => (words[id] ?? id).replace(/\{(\w+)\}/g, (gap, name) => gaps[name] ?? gap),
  };
}
