// The breathing guide: one form that widens and settles with the pattern, with words and seconds beside it. It keeps time by the
// clock, so that a slow phone is never out of step; it stops at once; and with reduced motion it is words and numbers alone.
'use strict';

{
  const { word } = andrum;
  const SOUND = `andrum ${andrum.site.programme} sound`;
  const made = (name, words = '', facts = {}) => Object.assign(document.createElement(name), { textContent: words }, facts);
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  /** The scale of the form between breaths. */
  const SMALL = 0.45;

  /** A soft tone a breath long, rising in and falling out; made by the browser, so that there is nothing to fetch. */
  class Tone {
    constructor() {
      const Context = window.AudioContext ?? window.webkitAudioContext;
      this.context = Context ? new Context() : null;
    }

    play(from, to, seconds) {
      if (!this.context) return;
      this.stop();
      const { currentTime: at, destination } = this.context;
      const [oscillator, gain] = [this.context.createOscillator(), this.context.createGain()];
      oscillator.frequency.setValueAtTime(from, at);
      oscillator.frequency.linearRampToValueAtTime(to, at + seconds);
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(0.06, at + seconds / 4);
      gain.gain.linearRampToValueAtTime(0, at + seconds);
      oscillator.connect(gain).connect(destination);
      oscillator.start();
      oscillator.stop(at + seconds);
      this.playing = oscillator;
    }

    stop() {
      this.playing?.stop();
      this.playing = null;
    }
  }

  class Guide {
    constructor(pattern) {
      const seconds = name => Number(pattern.dataset[name]);
      this.phases = [
        { name: word("breathe-in-now"), seconds: seconds('in'), from: SMALL, to: 1, tone: [196, 262] },
        { name: word("breathe-hold-now"), seconds: seconds('hold'), from: 1, to: 1 },
        { name: word("breathe-out-now"), seconds: seconds('out'), from: 1, to: SMALL, tone: [262, 165] },
        { name: word("breathe-rest-now"), seconds: seconds('rest'), from: SMALL, to: SMALL },
      ].filter(phase => phase.seconds > 0);
      this.round = this.phases.reduce((sum, phase) => sum + phase.seconds, 0);
      this.rounds = seconds('rounds') || 1;

      this.form = made('div', '', { className: 'breath' });
      this.form.setAttribute('aria-hidden', 'true');
      this.form.append(made('span'));
      this.words = made('p', '', { className: 'breath-words' });
      this.count = made('p', '', { className: 'breath-count' });
      this.toggle = made('button', word("breathe-start"), { type: 'button', className: 'main', onclick: () => (this.began === undefined ? this.start() : this.stop()) });
      this.sound = made('input', '', { type: 'checkbox', onchange: () => this.remember() });
      try {
        this.sound.checked = localStorage.getItem(SOUND) === 'on';
      } catch {
        // Where nothing can be remembered it is off each time.
      }
      const label = made('label', '', { className: 'option' });
      label.append(this.sound, made('span', word("breathe-sound")));
      const acts = made('p', '', { className: 'acts' });
      acts.append(this.toggle);
      this.stage = made('div', '', { className: 'stage' });
      this.stage.append(this.form, this.words, this.count);
      this.stage.hidden = true;
      pattern.after(this.stage, acts, label);
      document.addEventListener('keydown', event => event.key === 'Escape' && this.stop());
      document.addEventListener('visibilitychange', () => document.hidden && this.stop());
    }

    remember() {
      try {
        localStorage.setItem(SOUND, this.sound.checked ? 'on' : 'off');
      } catch {
        // Asked again the next time.
      }
      if (!this.sound.checked) this.tone?.stop();
    }

    start() {
      this.began = performance.now();
      this.phase = null;
      this.stage.hidden = false;
      this.form.hidden = still.matches;
      this.toggle.textContent = word("breathe-stop");
      if (this.sound.checked) this.tone ??= new Tone();
      this.awake();
      this.tick();
    }

    /** A screen that goes dark would end the exercise; a browser that says no is left alone. */
    async awake() {
      try {
        this.lock = await navigator.wakeLock?.request('screen');
        if (this.began === undefined) this.lock?.release();
      } catch {
        this.lock = null;
      }
    }

    stop(words = '') {
      if (this.began === undefined) return;
      this.cancel();
      this.began = undefined;
      this.tone?.stop();
      this.lock?.release();
      this.form.style.transform = '';
      this.form.hidden = true;
      this.words.textContent = words;
      this.count.textContent = '';
      this.stage.hidden = !words;
      this.toggle.textContent = word("breathe-start");
    }

    tick() {
      const passed = (performance.now() - this.began) / 1000;
      const round = Math.floor(passed / this.round);
      if (round >= this.rounds) {
        this.stop(word("breathe-end"));
        return;
      }
      let left = passed - round * this.round;
      const phase = this.phases.find(phase => (left < phase.seconds ? true : (left -= phase.seconds, false)));
      if (phase !== this.phase) this.enter(phase);
      if (!still.matches) {
        const share = left / phase.seconds;
        const eased = (1 - Math.cos(Math.PI * share)) / 2;
        this.form.firstChild.style.transform = `scale(${phase.from + (phase.to - phase.from) * eased})`;
      }
      const count = word("breathe-count", { seconds: Math.ceil(phase.seconds - left), rounds: this.rounds - round });
      if (this.count.textContent !== count) this.count.textContent = count;
      // With reduced motion there is nothing to draw between two numbers.
      const again = () => this.tick();
      if (still.matches) {
        const timer = setTimeout(again, 100);
        this.cancel = () => clearTimeout(timer);
      } else {
        const frame = requestAnimationFrame(again);
        this.cancel = () => cancelAnimationFrame(frame);
      }
    }

    enter(phase) {
      this.phase = phase;
      this.words.textContent = phase.name;
      if (this.sound.checked && phase.tone) this.tone?.play(...phase.tone, phase.seconds);
    }
  }

  document.querySelectorAll('.pattern').forEach(pattern => new Guide(pattern));
}
