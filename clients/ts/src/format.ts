// The files of `andrum-bundle/1`, as `andrum schema bundle --typescript` prints them: don't edit.

/** `manifest.json`: ids and structure, and every other file by path, hash and size. */
export interface Manifest {
  /** `andrum-bundle/1`. */
  format: string;
  /** The lowest version of a reader that makes sense of it. A reader of a lower version refuses the bundle and keeps what it has. */
  reader: number;
  programme: Programme;
  /** The edition's name. */
  edition: string;
  /** The site whose readers the edition is for. */
  site?: Site;
  /** Of the source commit, ISO 8601, UTC. */
  created: string;
  source: Source;
  languages: Language[];
  /** `programme.yaml`'s schedule, whole. */
  schedule: unknown;
  instruments: Record<string, Instrument>;
  /** Page ids in reading order. */
  page_order: string[];
  units: Unit[];
  pages: Record<string, Page>;
  tasks: Record<string, TaskPromise>;
  /** Ids that are gone, and what stands in their place. */
  retired: Record<string, Retired>;
  /** Pages that an app keeps at hand. */
  always_available: string[];
  /** Emergency numbers by country, two letters in lower case. */
  emergency: Record<string, Emergency[]>;
  /** Every other file, by path. */
  files: ListedFile[];
}

export interface Programme {
  id: string;
  version: string;
  /** By language. */
  title: Record<string, string>;
}

/** A place where the programme runs. */
export interface Site {
  id: string;
  /** By language. */
  title: Record<string, string>;
  /** Two letters, lower case: `no`, `se`. */
  country?: string;
  /** `primary` or `specialist`. */
  care?: string;
}

export interface Source {
  /** The commit it was built from; null without git. */
  commit: string | null;
  /** Set where files differed from the commit. */
  dirty?: boolean;
}

export interface Language {
  /** The folder's name, used in paths and keys: `no`. */
  code: string;
  /** BCP 47: `nb`. */
  tag: string;
  /** Whether every page stands in it. */
  complete: boolean;
  /** Ids of pages that lack it. */
  missing: string[];
  /** Ids of pages whose source has changed since they were translated. */
  stale: string[];
  /** By the id of a page that lacks it, the language that may be shown instead, as long as the reader is told. Pages with tasks, and those that are always at hand, are never shown in another language. */
  fallback: Record<string, string>;
}

export interface Instrument {
  name: string;
  /** `self` or `clinician`. */
  rater?: string;
}

/** A week, module, chapter or section. */
export interface Unit {
  number: number;
  /** The page that opens it. */
  theme?: string;
  pages: string[];
  tasks: string[];
  /** The sum of its pages' minutes, without repeats. */
  minutes: number;
}

export interface Page {
  kind: string;
  unit?: number;
  audience: string[];
  /** The date (UTC) of the newest commit that touched any of its files. */
  updated?: string;
  since: string;
  /** The hash of meaning by language. */
  meaning: Record<string, string>;
  /** The page file by language. */
  files: Record<string, string>;
}

/** A task's structure, the same in every language. */
export interface TaskPromise {
  /** `reflection`, `scale`, `choice`, `checkin`, `homework`, `worksheet` or `quiz`. */
  kind: string;
  /** The page that holds it. */
  page: string;
  /** The check-in that it is a part of. */
  group?: string;
  /** How often it is asked: `login`, `day`, `week`, `5/week` or an ISO 8601 duration. What is stored is then a list of dated answers. */
  every?: string;
  /** `therapist` or `private`. */
  share: string;
  /** How long it takes once. */
  minutes?: number;
  /** What triggers a check-in: `login`, `day`, `unit` or an ISO 8601 duration. */
  when?: string;
  answer: Answer;
  /** The version it was first released in; the coming one for a new task. */
  since: string;
}

/** What an app stores. */
export type Answer =
  /** Text. */
  | {
    type: 'text';
  }
  /** A number. */
  | {
    type: 'number';
    from: number;
    to: number;
    step: number;
  }
  /** Ids of options; one unless `many`. */
  | {
    type: 'options';
    many: boolean;
    options: string[];
  }
  /** The answers of its tasks. */
  | {
    type: 'group';
    tasks: string[];
  }
  /** Done or not, and a note. */
  | {
    type: 'done';
  }
  /** Rows of texts by column id. */
  | {
    type: 'rows';
    columns: string[];
    rows: number;
  }
  /** Option ids by question, and a score. */
  | {
    type: 'quiz';
    questions: Record<string, string[]>;
    /** The pass mark in percent. */
    pass?: number;
  };

/** A page, task or breathing pattern that is gone. */
export interface Retired {
  /** The version that it went in. */
  in: string;
  /** What stands in its place in this edition, and is there. A task's answers move to it. */
  replaced_by?: string;
}

/** A number to call. */
export interface Emergency {
  number: string;
  /** When to call it, by language. */
  for: Record<string, string>;
}

/** A row of `files`. */
export interface ListedFile {
  path: string;
  /** 64 hexadecimal digits. */
  sha256: string;
  bytes: number;
  media_type: string;
  /** `core` or `media`. */
  pack: string;
  language?: string;
}

/** A page's words in one language. */
export interface PageFile {
  /** `andrum-bundle/1`. */
  format: string;
  id: string;
  /** The folder's name. */
  language: string;
  /** BCP 47. */
  tag: string;
  title: string;
  summary?: string;
  minutes?: number;
  /** A module's outcomes by id. */
  outcomes?: Record<string, string>;
  /** Where its claims come from. */
  sources?: string[];
  blocks: Block[];
  footnotes: Record<string, Block[]>;
  /** Sanitised HTML of the same. Links to pages are `andrum:<id>` and `andrum:<id>#<anchor>`, files are the bundle's paths. */
  html: string;
  /** The same as plain words, a blank line between blocks. */
  text: string;
}

/** A block. An app that meets a `type` it does not know shows the page's HTML or text instead. */
export type Block =
  | {
    type: 'paragraph';
    text: Run[];
  }
  | {
    type: 'heading';
    level: number;
    id: string;
    text: Run[];
  }
  | {
    type: 'list';
    ordered: boolean;
    /** The first number, where it is not 1. */
    start?: number;
    items: Block[][];
    /** For a list to tick off: which items are ticked. */
    checked?: boolean[];
  }
  | {
    type: 'table';
    /** `left`, `center`, `right` or null by column. */
    align: (string | null)[];
    head: Run[][];
    rows: Run[][][];
  }
  | {
    type: 'quote';
    blocks: Block[];
  }
  | {
    type: 'code';
    language: string | null;
    text: string;
  }
  | {
    type: 'rule';
  }
  | {
    type: 'callout';
    /** `note`, `tip`, `important`, `warning` or `caution`. */
    tone: string;
    blocks: Block[];
  }
  | {
    type: 'image';
    file: string;
    alt: string;
    width?: number;
    height?: number;
  }
  | {
    type: 'audio';
    file: string;
    seconds?: number;
    transcript: Block[];
  }
  | {
    type: 'video';
    file: string;
    poster?: string;
    captions: Captions[];
    seconds?: number;
    transcript: Block[];
  }
  /** An exercise that has a page of its own. */
  | {
    type: 'exercise';
    page: string;
  }
  /** A questionnaire, by its id in the manifest. */
  | {
    type: 'instrument';
    instrument: string;
  }
  /** A paced pattern; times in seconds. */
  | {
    type: 'breathing';
    id: string;
    title?: string;
    in: number;
    hold: number;
    out: number;
    rest: number;
    rounds: number;
    steps: Block[][];
    blocks: Block[];
  }
  /** A body exercise. */
  | {
    type: 'body';
    id: string;
    title: string;
    minutes?: number;
    steps: Block[][];
    blocks: Block[];
  }
  /** A task's words; its structure stands in the manifest. */
  | {
    type: 'task';
  } & Task
  /** A part of a session or pathway. */
  | {
    type: 'phase';
    title: string;
    minutes?: number;
    /** `broken-off`, or null. */
    when: string | null;
    blocks: Block[];
  }
  | {
    type: 'checklist';
    title: string;
    minutes?: number;
    /** `broken-off`, or null. */
    when: string | null;
    items: Block[][];
    blocks: Block[];
  }
  | {
    type: 'criteria';
    /** `inclusion` or `exclusion`. */
    of: string;
    title: string;
    items: Block[][];
    blocks: Block[];
  };

/** A run of inline text: words, code, a line break or a footnote's mark. */
export interface Run {
  text?: string;
  code?: string;
  /** `emphasis`, `strong`, `strike`. */
  marks?: string[];
  link?: Link;
  /** The BCP 47 tag of words in another language than the page's. */
  lang?: string;
  break?: boolean;
  footnote?: string;
}

/** Where a run leads: a page, an anchor or task on it, a file of the bundle, or an address elsewhere. */
export interface Link {
  page?: string;
  anchor?: string;
  task?: string;
  file?: string;
  url?: string;
}

export interface Captions {
  tag: string;
  file: string;
}

export interface Task {
  /** The task's id in the manifest. */
  task: string;
  title: string;
  blocks: Block[];
  /** A scale's words by number. */
  anchors?: Record<string, string>;
  /** A choice's words by option. */
  options?: Record<string, string>;
  /** A worksheet's heads by column. */
  columns?: Record<string, string>;
  /** Empty rows a worksheet begins with. */
  rows?: number;
  /** A worksheet's example rows, cell by cell in the order of the columns. */
  examples?: string[][];
  /** A check-in's tasks. */
  tasks?: Task[];
  /** A quiz's questions in reading order. */
  questions?: Question[];
}

export interface Question {
  id: string;
  outcome?: string;
  text: Run[];
  blocks?: Block[];
  /** Whether several options are right. */
  many: boolean;
  options: QuizOption[];
}

export interface QuizOption {
  id: string;
  text: Run[];
  right: boolean;
  feedback: Block[];
}
