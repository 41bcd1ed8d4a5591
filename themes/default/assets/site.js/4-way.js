// Where the reader is on the way: they say so themselves, it is kept on this device, and the start page shows that unit open.
'use strict';

{
  const { site, word } = andrum;
  const KEY = `andrum.${site.programme}.here`;
  const made = (name, words, facts) => Object.assign(document.createElement(name), { textContent: words }, facts);
  const places = [...document.querySelectorAll('[data-unit]')];

  /** The unit's number as text; `null` where none was chosen, `undefined` where nothing can be kept. */
  function kept() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return undefined;
    }
  }

  function keep(unit) {
    try {
      if (unit === null) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, unit);
    } catch {
      // A full or forbidden store: the button then says no more than it did.
    }
    places.forEach(show);
  }

  /** A button in each unit; on the start page the chosen one is open too, and says where one is. */
  function show(place) {
    const here = kept() === place.dataset.unit;
    place.querySelector('[data-choose]').setAttribute('aria-pressed', here);
    if (!place.matches('.stop')) return;
    place.classList.toggle('stop-here', here);
    place.querySelector('[data-here]')?.remove();
    if (here) place.querySelector('.unit-label').append(made('span', ` · ${word("way-here")}`, {}));
    place.querySelector('.unit-label span')?.setAttribute('data-here', '');
  }

  if (kept() !== undefined) {
    places.forEach(place => {
      const button = made('button', word("way-choose"), { type: 'button' });
      button.dataset.choose = '';
      button.addEventListener('click', () => keep(kept() === place.dataset.unit ? null : place.dataset.unit));
      const line = made('p', '', { className: 'here' });
      line.append(button);
      (place.querySelector('details') ?? place).append(line);
      show(place);
      const folded = place.querySelector('details');
      if (folded && kept() === place.dataset.unit) folded.open = true;
    });
  }

  // A link to a place that lies folded opens it.
  const unfold = () => {
    for (let it = document.getElementById(decodeURIComponent(location.hash.slice(1))); it; it = it.parentElement) {
      if (it.localName === 'details') it.open = true;
    }
  };
  addEventListener('hashchange', unfold);
  unfold();
}
