/** A store in the browser's IndexedDB, which holds what it said also after a crash. */

import type { Current, Store } from './store.js';

const [BLOBS, CURRENT] = ['blobs', 'current'] as const;

export class IndexedDbStore implements Store {
  private constructor(private readonly database: IDBDatabase) {}

  /** Opens the database of a name, and makes it where it is not there. */
  static async open(name: string): Promise<IndexedDbStore> {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => [BLOBS, CURRENT].forEach(store => request.result.createObjectStore(store));
    const database = await answer(request);
    // Another page that asks for a newer form of the database is not held up by this one.
    database.onversionchange = () => database.close();
    return new IndexedDbStore(database);
  }

  async blobs(): Promise<Set<string>> {
    return new Set((await answer(this.read(BLOBS).getAllKeys())) as string[]);
  }

  async get(sha256: string): Promise<Uint8Array | undefined> {
    return answer(this.read(BLOBS).get(sha256));
  }

  put(sha256: string, bytes: Uint8Array): Promise<void> {
    return this.write(BLOBS, store => store.put(bytes, sha256));
  }

  remove(sha256: string): Promise<void> {
    return this.write(BLOBS, store => store.delete(sha256));
  }

  async current(): Promise<Current | undefined> {
    return answer(this.read(CURRENT).get(CURRENT));
  }

  switchTo({ bytes, signature }: Current): Promise<void> {
    return this.write(CURRENT, store => store.put({ bytes, signature }, CURRENT));
  }

  close(): void {
    this.database.close();
  }

  private read(store: string): IDBObjectStore {
    return this.database.transaction(store).objectStore(store);
  }

  /** Answers once what was written is written for good. */
  private write(store: string, work: (store: IDBObjectStore) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(store, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(store));
    });
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
