/** What everything on a page is drawn from. */

import type { Bundle, PageFile } from '../../ts/src/index.js';
import type { SavedAnswers } from './answers.js';
import type { Words } from './words.js';

export interface Reading {
  bundle: Bundle;
  /** The language's code: `no`. */
  language: string;
  words: Words;
  answers: SavedAnswers;
  page: PageFile;
  /** Object URLs of the page's media, let go when it is left. */
  media: string[];
}

/** The address of a page in the app. */
export function address(language: string, page?: string, anchor?: string): string {
  return `#/${language}${page === undefined ? '' : `/${page}`}${anchor === undefined ? '' : `/${anchor}`}`;
}
