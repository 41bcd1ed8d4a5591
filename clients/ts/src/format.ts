// The files of `andrum-bundle/1`, as `andrum schema bundle --typescript` prints them: don't edit.

/** `manifest.json`: ids and structure, and every other file by path, hash and size. */
export interface Manifest {
  /** `andrum-bundle/1`. */
  format: string;
  /** The lowest version of a reader that makes sense of it. A reader of a lower version refuses the bundle and keeps what it has. */
  reader: number;
  /** Which programme, and which version of it. */
  programme: Programme;
  /** The edition's name. */
  edition: string;
  /** The site whose readers the edition is for. */
  site?: Site;
  /** Of the source commit, ISO 8601, UTC. */
  created: string;
  /** What it was built from. */
  source: Source;
  /** In the order that the programme names them. */
  languages: Language[];
  /** `programme.yaml`'s schedule, whole. */
  schedule: unknown;
  /** Questionnaires by id. Their questions are licensed and not here. */
  instruments: Record<string, Instrument>;
  /** Page ids in reading order. */
  page_order: string[];
  /** The course, week by week. */
  units: Unit[];
  /** Every page by id. */
  pages: Record<string, Page>;
  /** Every task by id: what apps rely on, the same in every language. */
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

/** A programme in one version. */
export interface Programme {
  /** The same in every version and edition. */
  id: string;
  /** `1.4.0`; one that ends in `-dev` is being worked on. */
  version: string;
  /** By language. */
  title: Record<string, string>;
}

/** A place where the programme runs. */
export interface Site {
  /** As `programme.yaml` names it. */
  id: string;
  /** By language. */
  title: Record<string, string>;
  /** Two letters, lower case: `no`, `se`. */
  country?: string;
  /** `primary` or `specialist`. */
  care?: string;
}

/** What a bundle was built from. */
export interface Source {
  /** The commit it was built from; null without git. */
  commit: string | null;
  /** Set where files differed from the commit. */
  dirty?: boolean;
}

/** A language, and what it lacks. */
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

/** A questionnaire, by name alone. */
export interface Instrument {
  /** As its owners write it. */
  name: string;
  /** `self` or `clinician`. */
  rater?: string;
}

/** A week, module, chapter or section. */
export interface Unit {
  /** From 1; units may be lacking. */
  number: number;
  /** The page that opens it. */
  theme?: string;
  /** Ids in reading order. */
  pages: string[];
  /** Ids in reading order, those inside a check-in behind it. */
  tasks: string[];
  /** The sum of its pages' minutes, without repeats. */
  minutes: number;
}

/** A page's facts, the same in every language. */
export interface Page {
  /** `theme`, `reflection`, `exercise`, `session`, `module`, `page`, `pathway` or `plan`. */
  kind: string;
  /** The number of its unit. */
  unit?: number;
  /** Whom it is for: `patient`, `therapist` … */
  audience: string[];
  /** The date (UTC) of the newest commit that touched any of its files. */
  updated?: string;
  /** The version it was first released in; the coming one for a new page. */
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
  /** What an app stores for it. */
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
    /** The least. */
    from: number;
    /** The most. */
    to: number;
    /** Between one and the next. */
    step: number;
  }
  /** Ids of options; one unless `many`. */
  | {
    type: 'options';
    /** Whether several may be chosen. */
    many: boolean;
    /** Ids in reading order, named within the task. */
    options: string[];
  }
  /** The answers of its tasks. */
  | {
    type: 'group';
    /** Ids in reading order. */
    tasks: string[];
  }
  /** Done or not, and a note. */
  | {
    type: 'done';
  }
  /** Rows of texts by column id. */
  | {
    type: 'rows';
    /** Ids in reading order, named within the task. */
    columns: string[];
    /** How many empty rows it begins with. */
    rows: number;
  }
  /** Option ids by question, and a score. */
  | {
    type: 'quiz';
    /** The ids of each question's options in reading order. */
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
  /** As it is written, with its spaces. */
  number: string;
  /** When to call it, by language. */
  for: Record<string, string>;
}

/** A row of `files`. */
export interface ListedFile {
  /** Its path in the ZIP, with `/`; each once. */
  path: string;
  /** 64 hexadecimal digits. */
  sha256: string;
  /** Its size. */
  bytes: number;
  /** `application/json`, `image/svg+xml` … */
  media_type: string;
  /** `core` or `media`. */
  pack: string;
  /** The folder's name of the language that a page file is in. */
  language?: string;
}

/** A page's words in one language. */
export interface PageFile {
  /** `andrum-bundle/1`. */
  format: string;
  /** The page's id in the manifest. */
  id: string;
  /** The folder's name. */
  language: string;
  /** BCP 47. */
  tag: string;
  /** Plain words, not repeated in `blocks`. */
  title: string;
  /** Plain words. */
  summary?: string;
  /** How long it takes. */
  minutes?: number;
  /** A module's outcomes by id. */
  outcomes?: Record<string, string>;
  /** Where its claims come from. */
  sources?: string[];
  /** What it says. */
  blocks: Block[];
  /** By the label that runs name. */
  footnotes: Record<string, Block[]>;
  /** Sanitised HTML of the same. Links to pages are `andrum:<id>` and `andrum:<id>#<anchor>`, files are the bundle's paths. */
  html: string;
  /** The same as plain words, a blank line between blocks. */
  text: string;
}

/** A block. An app that meets a `type` it does not know shows the page's HTML or text instead. */
export type Block =
  /** Running text. */
  | {
    type: 'paragraph';
    /** Its words. */
    text: Run[];
  }
  /** A heading; the page's title is the first level. */
  | {
    type: 'heading';
    /** From 2 to 6. */
    level: number;
    /** What links to it name. */
    id: string;
    /** Its words. */
    text: Run[];
  }
  /** A list. */
  | {
    type: 'list';
    /** Whether its items are numbered. */
    ordered: boolean;
    /** The first number, where it is not 1. */
    start?: number;
    /** Each a list of blocks. */
    items: Block[][];
    /** For a list to tick off: which items are ticked. */
    checked?: boolean[];
  }
  /** A table. */
  | {
    type: 'table';
    /** `left`, `center`, `right` or null by column. */
    align: (string | null)[];
    /** A cell for each column. */
    head: Run[][];
    /** Cell by cell. */
    rows: Run[][][];
  }
  /** Words of someone else. */
  | {
    type: 'quote';
    /** What is quoted. */
    blocks: Block[];
  }
  /** Words of a program, line by line. */
  | {
    type: 'code';
    /** The programming language, or null. */
    language: string | null;
    /** As they stand. */
    text: string;
  }
  /** A line between two parts. */
  | {
    type: 'rule';
  }
  /** Words that are set apart. */
  | {
    type: 'callout';
    /** `note`, `tip`, `important`, `warning` or `caution`. */
    tone: string;
    /** What they say. */
    blocks: Block[];
  }
  /** A picture. */
  | {
    type: 'image';
    /** Its path. */
    file: string;
    /** What it shows; empty where it is decoration. */
    alt: string;
    /** In pixels. */
    width?: number;
    /** In pixels. */
    height?: number;
  }
  /** A recording. */
  | {
    type: 'audio';
    /** Its path. */
    file: string;
    /** How long it is. */
    seconds?: number;
    /** The same to read. */
    transcript: Block[];
  }
  /** A film. */
  | {
    type: 'video';
    /** Its path. */
    file: string;
    /** A picture to show before it plays, by its path. */
    poster?: string;
    /** Its words as they are said. */
    captions: Captions[];
    /** How long it is. */
    seconds?: number;
    /** The same to read. */
    transcript: Block[];
  }
  /** An exercise that has a page of its own. */
  | {
    type: 'exercise';
    /** That page's id. */
    page: string;
  }
  /** A questionnaire, by its id in the manifest. */
  | {
    type: 'instrument';
    /** Its id. */
    instrument: string;
  }
  /** A paced pattern; times in seconds. */
  | {
    type: 'breathing';
    /** The pattern's id. */
    id: string;
    /** Plain words. */
    title?: string;
    /** Breathing in. */
    in: number;
    /** Holding, 0 for not at all. */
    hold: number;
    /** Breathing out. */
    out: number;
    /** Waiting, 0 for not at all. */
    rest: number;
    /** How many times. */
    rounds: number;
    /** What to do, each a list of blocks. */
    steps: Block[][];
    /** What is said besides. */
    blocks: Block[];
  }
  /** A body exercise. */
  | {
    type: 'body';
    /** The exercise's id. */
    id: string;
    /** Plain words. */
    title: string;
    /** How long it takes. */
    minutes?: number;
    /** What to do, each a list of blocks. */
    steps: Block[][];
    /** What is said besides. */
    blocks: Block[];
  }
  /** A task's words; its structure stands in the manifest. */
  | {
    type: 'task';
  } & Task
  /** A part of a session or pathway. */
  | {
    type: 'phase';
    /** Plain words. */
    title: string;
    /** How long it takes. */
    minutes?: number;
    /** `broken-off`, or null. */
    when: string | null;
    /** What is said and done. */
    blocks: Block[];
  }
  /** Things to go through. */
  | {
    type: 'checklist';
    /** Plain words. */
    title: string;
    /** How long it takes. */
    minutes?: number;
    /** `broken-off`, or null. */
    when: string | null;
    /** Each a list of blocks. */
    items: Block[][];
    /** What is said besides. */
    blocks: Block[];
  }
  /** Whom the programme is for, or is not for. */
  | {
    type: 'criteria';
    /** `inclusion` or `exclusion`. */
    of: string;
    /** Plain words. */
    title: string;
    /** Each a list of blocks. */
    items: Block[][];
    /** What is said besides. */
    blocks: Block[];
  };

/** A run of inline text: words, code, a line break or a footnote's mark. */
export interface Run {
  /** Words. */
  text?: string;
  /** Words of a program. */
  code?: string;
  /** `emphasis`, `strong`, `strike`. */
  marks?: string[];
  /** Where the words lead. */
  link?: Link;
  /** The BCP 47 tag of words in another language than the page's. */
  lang?: string;
  /** A line ends here. */
  break?: boolean;
  /** The label of a footnote of the page. */
  footnote?: string;
}

/** Where a run leads: a page, an anchor or task on it, a file of the bundle, or an address elsewhere. */
export interface Link {
  /** A page of this bundle. */
  page?: string;
  /** A heading on that page. */
  anchor?: string;
  /** A task or exercise on that page. */
  task?: string;
  /** A file of the bundle by its path. */
  file?: string;
  /** An address elsewhere. */
  url?: string;
}

/** Captions of a film in a language. */
export interface Captions {
  /** BCP 47. */
  tag: string;
  /** A WebVTT file by its path. */
  file: string;
}

/** A task's words. */
export interface Task {
  /** The task's id in the manifest. */
  task: string;
  /** Plain words. */
  title: string;
  /** What stands around the answer. */
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

/** A question of a quiz. */
export interface Question {
  /** Answers are kept under it. */
  id: string;
  /** The outcome that it asks for, by its id in `outcomes`. */
  outcome?: string;
  /** The question. */
  text: Run[];
  /** What stands below it. */
  blocks?: Block[];
  /** Whether several options are right. */
  many: boolean;
  /** In reading order. */
  options: QuizOption[];
}

/** An answer to choose. */
export interface QuizOption {
  /** Named within its question. */
  id: string;
  /** What it says. */
  text: Run[];
  /** Whether it is to be chosen. */
  right: boolean;
  /** Shown when it has been chosen. */
  feedback: Block[];
}
