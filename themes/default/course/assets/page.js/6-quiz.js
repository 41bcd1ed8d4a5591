// A knowledge check that counts: it is answered whole, handed in, and told to the LMS. What is chosen is kept from the first
// click, so that a learner can stop in the middle.
'use strict';

{
  const { session, word } = andrum;
  const made = (name, words = '', facts = {}) => Object.assign(document.createElement(name), { textContent: words }, facts);
  const button = (words, onclick) => made('button', words, { type: 'button', onclick });

  class Check {
    constructor(element) {
      this.element = element;
      this.id = element.dataset.task;
      this.questions = [...element.querySelectorAll('.question')];
      this.result = made('p', '', { className: 'result' });
      this.result.setAttribute('role', 'status');
      this.acts = made('p', '', { className: 'acts' });
      element.querySelector('[data-saved]').before(this.result, this.acts);
      // On the learner's own device an answer is theirs alone; here the LMS is told.
      element.querySelector('.meta').textContent = word("check-told");
      this.questions.forEach(question => {
        // Without scripts the answers stand in a fold; here they come when the check is handed in.
        question.querySelector('.feedback')?.setAttribute('hidden', '');
        question.append(made('div', '', { className: 'reply' }));
      });
      element.addEventListener('change', () => session.choosing(this.id, this.chosen));
      const { chosen, tries, draft } = this.standing;
      this.fill(chosen);
      if (tries > 0 && !draft) this.show();
      else this.ask();
    }

    get standing() {
      return session.judged().modules.flatMap(module => module.checks).find(check => check.id === this.id);
    }

    get chosen() {
      const options = question => [...question.querySelectorAll('input:checked')].map(option => option.value);
      return Object.fromEntries(this.questions.map(question => [question.dataset.question, options(question)]));
    }

    fill(chosen) {
      this.questions.forEach(question => question.querySelectorAll('input').forEach(option => {
        option.checked = chosen[question.dataset.question]?.includes(option.value) ?? false;
      }));
    }

    /** Open for answers. */
    ask() {
      const { open, tries } = this.standing;
      this.questions.forEach(question => {
        question.disabled = !open;
        question.querySelector('.reply').replaceChildren();
      });
      const { tries: most } = session.course;
      const left = most === undefined ? '' : word("check-tries-left", { left: most - tries });
      this.result.textContent = left;
      this.acts.replaceChildren(button(word("check-hand-in"), () => this.handIn()));
    }

    handIn() {
      const missing = this.questions.find(question => !question.querySelector('input:checked'));
      if (missing) {
        this.result.textContent = word("check-missing");
        missing.querySelector('input').focus();
        return;
      }
      session.handedIn(this.id, this.chosen);
      this.show();
      this.result.setAttribute('tabindex', '-1');
      this.result.focus();
    }

    /** What was right, what the author says of it, and whether it is enough. */
    show() {
      const course = session.course.modules.flatMap(module => module.checks).find(check => check.id === this.id);
      const { right, of, pass, passed, open } = this.standing;
      const { chosen } = this;
      this.questions.forEach(question => {
        const id = question.dataset.question;
        const isRight = session.isRight(course.questions.find(row => row.id === id), chosen[id]);
        const said = [...question.querySelectorAll('.feedback dt')].filter(row => chosen[id].includes(row.dataset.option));
        const words = said.flatMap(row => [...row.nextElementSibling.cloneNode(true).childNodes]);
        const verdict = made('p', isRight ? word("right-answer") : word("wrong-answer"), { className: isRight ? 'verdict right' : 'verdict' });
        question.disabled = true;
        question.querySelector('.reply').replaceChildren(verdict, ...words);
      });
      const best = word("check-best", { right, of });
      const verdict = pass === undefined ? '' : passed ? word("check-passed") : word("check-not-passed");
      this.result.textContent = [best, verdict, open ? '' : word("check-no-more")].filter(Boolean).join(' ');
      this.acts.replaceChildren(...(open ? [button(word("quiz-again"), () => this.again())] : []));
    }

    again() {
      this.fill({});
      session.choosing(this.id, {});
      this.ask();
      this.questions[0].querySelector('input').focus();
    }
  }

  document.querySelectorAll('.task-quiz').forEach(quiz => {
    const counts = session?.course.modules.some(module => module.checks.some(check => check.id === quiz.dataset.task));
    if (counts) new Check(quiz);
  });
}
