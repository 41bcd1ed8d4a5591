/** The bundle on this device: installed once, updated when there is a newer one, and never half of each. */

import { BundleError, folder, IndexedDbStore, installed, update, type Bundle, type Store, type Update } from '../../ts/src/index.js';

export interface Config {
  /** Where the newest bundle lies, from this page. */
  bundle: string;
  /** The public key it is signed with. `null` is for trying things out: nobody then vouches for what is shown. */
  key: string | null;
}

export class Library {
  private constructor(private readonly store: Store, private readonly config: Config) {}

  static async open(): Promise<Library> {
    const config = (await (await fetch('config.json')).json()) as Config;
    return new Library(await IndexedDbStore.open('andrum-bundle'), config);
  }

  /** What is there. A bundle that no longer proves itself is not shown. */
  async installed(): Promise<Bundle | undefined> {
    return installed(this.store, this.config.key);
  }

  /**
   * Fetches what is new.
   * @throws {BundleError} where the host's bundle is refused; what is installed stays
   */
  async refresh(): Promise<Update> {
    return update({ store: this.store, source: folder(new URL(this.config.bundle, location.href)), key: this.config.key });
  }
}

/** Whether a failure is the bundle's and not the network's. */
export function isRefused(error: unknown): boolean {
  return error instanceof BundleError && error.code !== 'missing';
}
