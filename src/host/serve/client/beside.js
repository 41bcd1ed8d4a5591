// A page's languages side by side: passes news on to each, and lets all of them scroll as the one does that its reader moves.
'use strict';

{
  const frames = [...document.querySelectorAll('iframe')];
  const blocks = 'main :is(h1, h2, h3, h4, p, li, figure, table, pre, fieldset, summary)';

  const stream = new EventSource('/_andrum/events');
  stream.addEventListener('message', ({ data }) => {
    for (const frame of frames) {
      frame.contentWindow.dispatchEvent(new frame.contentWindow.CustomEvent('andrum-news', { detail: JSON.parse(data) }));
    }
  });

  // Whose reader moves it; the others follow, and what they do then moves no one.
  let leader = frames[0];

  /** How far down a page is: the number of the block at the upper edge, and how much of it is gone. */
  const position = ({ contentDocument }) => {
    const all = [...contentDocument.querySelectorAll(blocks)];
    for (const [number, block] of all.entries()) {
      const { top, bottom, height } = block.getBoundingClientRect();
      if (bottom > 0) return { number, part: height > 0 ? Math.min(-top / height, 1) : 0 };
    }
    return null;
  };

  const place = ({ contentDocument, contentWindow }, { number, part }) => {
    const block = contentDocument.querySelectorAll(blocks)[number];
    if (!block) return;
    const { top, height } = block.getBoundingClientRect();
    contentWindow.scrollBy({ top: top + part * height, behavior: 'instant' });
  };

  const listen = frame => {
    const { contentWindow } = frame;
    for (const moved of ['pointermove', 'pointerdown', 'wheel', 'keydown', 'focusin', 'touchstart']) {
      contentWindow.document.addEventListener(moved, () => { leader = frame; }, { passive: true, capture: true });
    }
    contentWindow.addEventListener('scroll', () => {
      const from = frame === leader ? position(frame) : null;
      if (from) frames.filter(other => other !== frame).forEach(other => place(other, from));
    }, { passive: true });
  };

  for (const frame of frames) {
    frame.addEventListener('load', () => listen(frame));
    if (frame.contentDocument?.readyState === 'complete') listen(frame);
  }
}
