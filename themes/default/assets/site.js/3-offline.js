// Keeps the site on the device: asks the service worker to gather the reader's language, and says on the page of answers what
// is here without a network. Nothing of it works from a folder on a disk, where everything is here already.
'use strict';

{
  const { served, root, up, language } = andrum.site;
  const { word } = andrum;

  const start = async () => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'manifest', href: `${up}manifest.webmanifest` }));
    const shown = document.querySelector('[data-offline]');
    const say = shown ? show(shown) : () => {};
    navigator.serviceWorker.addEventListener('message', ({ data }) => say(data));
    try {
      await navigator.serviceWorker.register(`${root}sw.js`, { scope: root });
    } catch {
      return say({ failed: language });
    }
    const { active } = await navigator.serviceWorker.ready;
    // A reader who saves data says so; then nothing is gathered before it is asked for.
    if (!navigator.connection?.saveData || shown) active.postMessage({ keep: language });
  };

  /** Fills the part of a page that tells what is here; returns what hears of news from the worker. */
  function show(part) {
    const status = part.querySelector('[data-offline-status]');
    const button = part.querySelector('button');
    part.hidden = false;
    button.addEventListener('click', async () => {
      button.disabled = true;
      (await navigator.serviceWorker.ready).active.postMessage({ keep: language, media: true });
    });
    return ({ kept, failed, media, more, progress }) => {
      if (progress) status.textContent = word("offline-media-progress", progress);
      else if (failed) status.textContent = word("offline-failed");
      else if (kept) status.textContent = media ? word("offline-media-kept") : word("offline-kept");
      button.hidden = media || !more;
      button.disabled = Boolean(progress);
    };
  }

  // A player that has nothing to play says so in words.
  document.addEventListener('error', ({ target }) => {
    const player = target.closest?.('audio, video');
    if (!player || navigator.onLine || player.nextElementSibling?.matches('.not-here')) return;
    player.after(Object.assign(document.createElement('p'), { className: 'meta not-here', textContent: word("offline-player") }));
  }, true);

  if (served && navigator.serviceWorker) {
    // The page comes first: a slow phone has enough to do until it stands still.
    const soon = () => ('requestIdleCallback' in window ? requestIdleCallback(start, { timeout: 3000 }) : setTimeout(start, 1000));
    if (document.readyState === 'complete') soon();
    else addEventListener('load', soon);
  }
}
