// What the package exports. The report's types below are generated from the Rust code.

/** Something to read. */
export interface Input {
  /** Its name in the report, unique there: a name used twice gets a number. */
  name: string;
  /** The bytes of a file, or text somebody pasted. */
  bytes: Uint8Array | string;
  /** What it is, where it would be taken for something else. */
  kind?: Kind | null;
}

/** The languages of the words in a report. */
export type Lang = 'en' | 'es' | 'pt-BR';

/** How a report is written down. */
export type Format = 'text' | 'json' | 'markdown' | 'html' | 'csv';

/** What a caller may decide. */
export interface Options {
  /** The Windows Server release the defaults are taken from; without it, what the input tells, else a modern one. */
  os?: Os | null;
  /** How much the fix changes: `minimal`, if not told. */
  profile?: Profile | null;
  /** The language of the words: English, if not told. */
  lang?: Lang | null;
}

/** One report over all inputs together. */
export function diagnose(inputs: Input[], options?: Options | null): Report;

/** Reads inputs chunk by chunk, however large they are. Where the chunks are cut makes no difference. */
export class Session {
  constructor(options?: Options | null);
  /** Opens an input, closing the one before; as one of `kind`, where it would be taken for something else. */
  open(name: string, kind?: Kind | null): void;
  /** Reads on in the open input. */
  feed(chunk: Uint8Array): void;
  /** Takes in what `Apart` read elsewhere, behind the inputs that are here. */
  take(partial: Uint8Array): void;
  /** The report on everything so far. More may be read afterwards. */
  finish(): Report;
  /** Gives the memory back now instead of when the garbage is collected. */
  free(): void;
}

/**
 * Reads inputs apart, in a worker each: what leaves it are bytes for `Session.take`, with the counts of logs and other
 * inputs as they are. The report is that of one session over everything.
 */
export class Apart {
  constructor();
  /**
   * Opens an input, closing the one before. `position` is its place among all inputs. Of a log that `canBeSplit`, a part
   * may be read: `head` is then the first 64 KiB of the file, and `offset` where in it the part begins, right behind a
   * line feed; all parts of a file have its name and position.
   */
  open(name: string, kind?: Kind | null, position?: number, head?: Uint8Array | null, offset?: number): void;
  /** Reads on in the open input. */
  feed(chunk: Uint8Array): void;
  /** What was read. Nothing is left in here. */
  finish(): Uint8Array;
  /** Gives the memory back now instead of when the garbage is collected. */
  free(): void;
}

/** Both together, in any order and grouped in any way the same. Parts of one file must meet here before they are taken. */
export function merge(one: Uint8Array, other: Uint8Array): Uint8Array;

/** Whether the file of that name, with these first 64 KiB, is a log that may be read in parts. */
export function canBeSplit(name: string, head: Uint8Array): boolean;

/** The report written down. `json` gives the bytes that the command line gives. */
export function render(report: Report, lang?: Lang | null, format?: Format | null): string;

/** The fix of another profile for the same report; `null` where nothing would change or no fix is offered. */
export function fix(report: Report, profile?: Profile | null, lang?: Lang | null): FixReport | null;

/** The bytes of a `.reg` file as regedit writes them (UTF-16LE with its mark), from `fix.reg` or `fix.undo`. */
export function regBytes(text: string): Uint8Array;

/** Every rule, in words. */
export function rules(lang?: Lang | null): RuleText[];
