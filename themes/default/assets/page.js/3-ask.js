// A question before something that can't be taken back lightly.
'use strict';

/** Asks; resolves to whether the reader agreed. Escape and the other button mean no. */
andrum.ask = (question, yes) => new Promise(resolve => {
  if (typeof HTMLDialogElement === 'undefined') {
    resolve(confirm(question));
    return;
  }
  const dialog = document.createElement('dialog');
  const words = Object.assign(document.createElement('p'), { id: 'question', textContent: question });
  const button = (text, value) => Object.assign(document.createElement('button'), { type: 'button', textContent: text, onclick: () => dialog.close(value) });
  const no = button(andrum.word("ask-no"), '');
  dialog.setAttribute('aria-labelledby', 'question');
  dialog.append(words, no, button(yes, 'yes'));
  dialog.addEventListener('close', () => {
    dialog.remove();
    resolve(dialog.returnValue === 'yes');
  });
  document.body.append(dialog);
  dialog.showModal();
  no.focus();
});
