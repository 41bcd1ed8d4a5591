// What every other script stands on: where the page is in the site, and the interface's words in its language.
'use strict';

const andrum = (() => {
  const { programme, edition, version, language, page, root, up } = document.documentElement.dataset;
  return {
    site: { programme, edition, version, language, page, root, up, served: location.protocol.startsWith('http') },
    /** Filled by words.js, which the compiler writes from i18n/<language>/site.ftl. */
    words: {},
    word(id, gaps = {}) {
      return (andrum.words[id] ?? id).replace(/\{(\w+)\}/g, (gap, name) => gaps[name] ?? gap);
    },
  };
})();
