import type { Sentence } from '../i18n/sentence.ts';
import type { Words } from '../i18n/words.ts';
import type { ConstructSource, DeployedStacks, Document, Options } from '../index.ts';

/** What the server knows of the machine: it reads no file itself. */
export interface Host {
  readonly version: string;
  /** The folder that the server was started in. */
  readonly folder: string;
  /** Texts that take more bytes are not read. */
  readonly mostBytes: number;
  /** The language that somebody asks for, or else the one that the server was started with. */
  words(asked: string | undefined): Promise<Words>;
  /** How templates in a folder are judged. Rejects where its configuration cannot be followed. */
  setUp(folder: string): Promise<SetUp>;
  /** Why `setUp` rejects. */
  told(error: unknown): readonly Sentence[];
  /** How a file is called in messages about a folder. */
  nameOf(path: string, folder: string): string;
  /** The text of a file, without a byte order mark; nothing for what is no template or cannot be read. */
  read(path: string): Promise<string | undefined>;
  /** Changes when a file does; nothing where there is none. */
  stamp(path: string): string | undefined;
  /** Where the page of a rule is, as a URI. */
  pageOf(ruleId: string): string | undefined;
}

/** A file of a template, and how it is called in messages. */
export interface TemplateFile {
  readonly name: string;
  readonly path: string;
}

/** What a run of the command line in a folder would go by. */
export interface SetUp {
  /** What there is to say about the configuration. */
  readonly notes: readonly Sentence[];
  readonly options: Options;
  /** What is known of the stacks that templates are deployed as, by the names of their files. */
  deployedStacks(files: readonly TemplateFile[]): DeployedStacks;
  /** Where an app makes a resource of the template in a file, if that is in a cloud assembly. */
  sourceOf(path: string, document: Document, resource: string): ConstructSource | undefined;
  /** The files below the folder that may be templates. */
  find(): Promise<readonly string[]>;
  /** Whether `find` would find a file. */
  mayFind(path: string): boolean;
  /**
   * Whether `find` passes over a file, whatever it is called: by `.gitignore`, by the configuration, or for where it
   * is.
   */
  leavesOut(path: string): boolean;
  /** Whether all of this may be otherwise once a file is. */
  dependsOn(path: string): boolean;
  /** Files outside of the folder that it depends on; `**` is all that is in a folder. */
  readonly outside: readonly string[];
}
