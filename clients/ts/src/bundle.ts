/** A bundle that is open: its structure, its pages in a language, its media. */

import { BundleError } from './error.js';
import type { Emergency, ListedFile, Manifest, PageFile, TaskPromise, Unit } from './format.js';
import { own, parsed, readFile, readManifest } from './manifest.js';
import type { Source } from './source.js';

/** A page's words, and the language that they are in. */
export interface Words {
  page: PageFile;
  /** The folder's name: `no`. */
  language: string;
  /** Whether another language than the one asked for stands in. Tell the reader. */
  fallback: boolean;
}

export class Bundle {
  private readonly rows: Map<string, ListedFile>;
  private readonly pages = new Map<string, Promise<PageFile>>();

  /** `source` hands over the files of `manifest`, which has been checked. */
  constructor(readonly manifest: Manifest, private readonly source: Pick<Source, 'file'>) {
    this.rows = new Map(manifest.files.map(row => [row.path, row]));
  }

  /**
   * Opens a bundle whose manifest is signed with a key; its files are checked as they are read.
   * @param key see {@link readManifest}
   */
  static async open(source: Source, key: string | null): Promise<Bundle> {
    return new Bundle((await readManifest(source, key)).manifest, source);
  }

  /** A file by its path, checked: `media/<sha256>.svg`. */
  async file(path: string): Promise<Uint8Array> {
    return readFile(this.source as Source, this.row(path));
  }

  /** The media type of a file. */
  mediaType(path: string): string {
    return this.row(path).media_type;
  }

  /**
   * A page in a language. Where it lacks it, the language that the manifest lets stand in is taken, and said.
   * @throws {BundleError} `page`
   */
  async page(id: string, language: string): Promise<Words> {
    const page = own(this.manifest.pages, id);
    if (!page) throw new BundleError('page', `there is no page ${id}`);
    const row = this.manifest.languages.find(row => row.code === language);
    const taken = own(page.files, language) === undefined ? own(row?.fallback, id) : language;
    const path = taken === undefined ? undefined : own(page.files, taken);
    if (taken === undefined || path === undefined) throw new BundleError('page', `${id} is not there in ${language}`);
    const known = this.pages.get(path) ?? this.file(path).then(bytes => parsed<PageFile>(bytes));
    this.pages.set(path, known);
    known.catch(() => this.pages.delete(path));
    return { page: await known, language: taken, fallback: taken !== language };
  }

  /** A week, module, chapter or section by its number. */
  unit(number: number): Unit | undefined {
    return this.manifest.units.find(unit => unit.number === number);
  }

  task(id: string): TaskPromise | undefined {
    return own(this.manifest.tasks, id);
  }

  /** The numbers to call in a country: `no`, `se`. */
  emergency(country: string): Emergency[] {
    return own(this.manifest.emergency, country) ?? [];
  }

  private row(path: string): ListedFile {
    const row = this.rows.get(path);
    if (!row) throw new BundleError('missing', `the bundle lists no ${path}`);
    return row;
  }
}
