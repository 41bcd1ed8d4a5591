// A knowledge check that answers: choose, ask, and read beside the question what the author says of what was chosen.
'use strict';

{
  const { answers, word } = andrum;
  const made = (name, words = '', facts = {}) => Object.assign(document.createElement(name), { textContent: words }, facts);
  const button = (words, onclick) => made('button', words, { type: 'button', onclick });
  const chosen = question => [...question.querySelectorAll('input:checked')].map(option => option.value);

  class Quiz {
    constructor(element) {
      this.element = element;
      this.task = element.dataset.task;
      this.questions = [...element.querySelectorAll('.question')];
      this.result = made('p', '', { className: 'result' });
      this.result.setAttribute('role', 'status');
      element.querySelector('[data-saved]').before(this.result);
      this.questions.forEach(question => {
        // Without scripts the answers stand in a fold; here they come one by one.
        question.querySelector('.feedback').hidden = true;
        const reply = made('div', '', { className: 'reply' });
        reply.setAttribute('role', 'status');
        const act = made('p', '', { className: 'acts' });
        act.append(button(word("quiz-answer"), () => this.answer(question, true)));
        question.append(act, reply);
        question.addEventListener('change', () => reply.replaceChildren());
      });
      this.ready = this.load();
    }

    /** Shows what is kept. Where nothing is, what the reader has chosen since it was asked for stays: a phone may be slow. */
    async load() {
      const [entry] = await answers.of(this.task);
      this.value = entry?.value ?? { answers: {} };
      this.questions.forEach(question => {
        const options = this.value.answers[question.dataset.question];
        if (!options) return;
        question.querySelectorAll('input').forEach(option => { option.checked = options.includes(option.value); });
        this.answer(question, false);
      });
      this.total();
    }

    /** Whether what was chosen is right, and what the author says of each choice. */
    answer(question, fresh) {
      const options = chosen(question);
      const reply = question.querySelector('.reply');
      if (options.length === 0) {
        reply.replaceChildren(made('p', word("quiz-choose-first")));
        return;
      }
      const said = [...question.querySelectorAll('.feedback dt')];
      const right = this.isRight(question, options);
      const words = said.filter(row => options.includes(row.dataset.option)).flatMap(row => [...row.nextElementSibling.cloneNode(true).childNodes]);
      const verdict = made('p', right ? word("right-answer") : word("wrong-answer"), { className: right ? 'verdict right' : 'verdict' });
      reply.replaceChildren(verdict, ...words);
      if (fresh) this.keep(question, options);
    }

    isRight(question, options) {
      const right = [...question.querySelectorAll('.feedback dt[data-right]')].map(row => row.dataset.option);
      return right.length === options.length && right.every(id => options.includes(id));
    }

    async keep(question, options) {
      await this.ready;
      this.value.answers = { ...this.value.answers, [question.dataset.question]: options };
      const tried = this.questions.filter(question => this.value.answers[question.dataset.question]);
      if (tried.length === this.questions.length) {
        const right = tried.filter(question => this.isRight(question, this.value.answers[question.dataset.question]));
        this.value.score = Math.round(100 * right.length / this.questions.length);
      }
      this.total();
      const saved = new Date().toISOString();
      await answers.keep([{ task: this.task, on: '', value: this.value, saved }]);
    }

    /** The score, once every question has been answered, and the way to begin again. */
    total() {
      if (!Number.isFinite(this.value.score)) {
        this.result.replaceChildren();
        return;
      }
      const pass = Number(this.element.dataset.pass);
      const { score } = this.value;
      const words = !pass ? word("quiz-score", { score }) : score >= pass ? word("quiz-passed", { score, pass }) : word("quiz-not-passed", { score, pass });
      this.result.replaceChildren(`${words} `, button(word("quiz-again"), () => this.again()));
    }

    async again() {
      this.value = { answers: {} };
      this.questions.forEach(question => {
        question.querySelectorAll('input').forEach(option => { option.checked = false; });
        question.querySelector('.reply').replaceChildren();
      });
      this.total();
      await answers.keep([{ task: this.task, on: '', value: this.value, saved: new Date().toISOString() }]);
      this.questions[0].querySelector('input').focus();
    }
  }

  document.querySelectorAll('.task-quiz').forEach(quiz => quiz.querySelector('.feedback') && new Quiz(quiz));
}
