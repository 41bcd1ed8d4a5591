/** The reader's answers on this device: each is written by itself, and said to be saved when it is. */

import { mapAnswers, type Answers, type Manifest, type Mapped } from '../../ts/src/index.js';

const [NAME, STORE] = ['andrum-answers', 'answers'];
/** What is on its way to the database, by task: a page that is being left may not live to see it arrive. */
const UNDER_WAY = 'andrum-answer:';

export class SavedAnswers {
  private constructor(private readonly database: IDBDatabase | undefined, private readonly all: Answers) {}

  /** Opens what is there. Where nothing can be kept, answers live as long as the page, and {@link isKept} says so. */
  static async open(): Promise<SavedAnswers> {
    try {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const all: Answers = {};
      await new Promise<void>((resolve, reject) => {
        const cursor = database.transaction(STORE).objectStore(STORE).openCursor();
        cursor.onerror = () => reject(cursor.error);
        cursor.onsuccess = () => {
          if (!cursor.result) return resolve();
          all[String(cursor.result.key)] = cursor.result.value;
          cursor.result.continue();
        };
      });
      const saved = new SavedAnswers(database, all);
      await saved.arrive();
      return saved;
    } catch {
      return new SavedAnswers(undefined, {});
    }
  }

  get isKept(): boolean {
    return this.database !== undefined;
  }

  /** The answers as a version reads them. What moved to another id is moved for good; what has no task stays where it is. */
  async under(manifest: Manifest): Promise<Mapped> {
    const mapped = mapAnswers(this.all, manifest);
    if (Object.keys(mapped.moved).length > 0) {
      await this.write(store => {
        for (const [from, to] of Object.entries(mapped.moved)) {
          store.put(mapped.answers[to], to);
          store.delete(from);
        }
      });
      for (const [from, to] of Object.entries(mapped.moved)) {
        this.all[to] = mapped.answers[to]!;
        delete this.all[from];
      }
    }
    return mapped;
  }

  get<T>(id: string): T | undefined {
    return this.all[id] as T | undefined;
  }

  /** Answers once the answer is written for good. */
  async set(id: string, value: Answers[string]): Promise<void> {
    this.all[id] = value;
    const written = JSON.stringify(value);
    localStorage.setItem(UNDER_WAY + id, written);
    await this.write(store => store.put(value, id));
    if (localStorage.getItem(UNDER_WAY + id) === written) localStorage.removeItem(UNDER_WAY + id);
  }

  /** Takes in what was on its way when a page was left. */
  private async arrive(): Promise<void> {
    for (const key of Object.keys(localStorage).filter(key => key.startsWith(UNDER_WAY))) {
      await this.set(key.slice(UNDER_WAY.length), JSON.parse(localStorage.getItem(key)!));
    }
  }

  private write(work: (store: IDBObjectStore) => void): Promise<void> {
    const { database } = this;
    if (!database) return Promise.reject(new Error('nothing can be kept here'));
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(STORE));
    });
  }
}
