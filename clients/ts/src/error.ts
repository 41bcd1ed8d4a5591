/** What is wrong with a bundle. Whatever it is, the app keeps what it has. */
export type Code =
  /** The signature is not there, or not of this manifest. */
  | 'signature'
  /** It is signed with another key, or the pinned key can't be read. */
  | 'key'
  /** It is no `andrum-bundle/1`, or its manifest can't be read. */
  | 'format'
  /** It asks for a newer reader: update the app. */
  | 'reader'
  /** It is older than what is installed. */
  | 'older'
  /** It is of another programme or edition. */
  | 'other'
  /** It has the version that is installed, and says something else. */
  | 'rewritten'
  /** A file is not there. */
  | 'missing'
  /** A file's bytes are not those that are listed. */
  | 'hash'
  /** A path leads out of the bundle, or is written in two ways. */
  | 'path'
  /** A ZIP that two readers would read in two ways, or that is cut off. */
  | 'zip'
  /** A ZIP holds what its manifest does not list. */
  | 'besides'
  /** There is no such page, or it has no words in this language and none may stand in for them. */
  | 'page';

export class BundleError extends Error {
  override readonly name = 'BundleError';

  constructor(readonly code: Code, message: string) {
    super(message);
  }
}
