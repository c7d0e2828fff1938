import type { Sentence } from '../i18n/sentence.ts';
import { type Options, relatedFiles } from '../index.ts';
import { Files } from './files.ts';
import type { Host, SetUp } from './host.ts';
import { type Judgement, Judgements, yieldToEventLoop } from './judgements.ts';
import type { Source } from './source.ts';
import { pathOf } from './uris.ts';

/** A folder whose templates are one system: those that a run of the command line there would find, as they are now. */
export class Folder {
  readonly path: string;
  readonly files: Files;
  readonly #host: Host;
  /** Only what is open counts in a folder that nobody called one of a workspace. */
  readonly #isLoose: boolean;
  readonly #judgements = new Judgements();
  #isSetUp = false;
  #basis: { readonly setUp: SetUp; readonly known: string } | undefined;
  /** How its templates are judged, once that is known. */
  setUp: SetUp | undefined;
  options: Options | undefined;
  /** Why a configuration is not followed. */
  problem: readonly Sentence[] = [];
  /** What was said last of what is open, and of all that belongs to it. */
  judged: readonly Judgement[] = [];

  constructor(path: string, host: Host, isLoose: boolean) {
    this.path = path;
    this.files = new Files(path, host);
    this.#host = host;
    this.#isLoose = isLoose;
  }

  get isInUse(): boolean {
    return this.files.all().some(each => each.open);
  }

  /** Something happened to a file on disk. */
  async touched(path: string): Promise<void> {
    if (this.setUp?.dependsOn(path) ?? true) this.#isSetUp = false;
    else if (this.setUp && !this.#isLoose) await this.files.touched(path, this.setUp);
  }

  /** Anything may have happened on disk. */
  forget(): void {
    this.#isSetUp = false;
  }

  /** Says whether all could be judged before it was stale. */
  async judge(isStale: () => boolean): Promise<boolean> {
    if (!this.#isSetUp) await this.#begin();
    if (!this.setUp) return true;
    const sources = relatedFiles(this.files.all(), each => this.#isWanted(each));
    for (const each of sources) {
      if (isStale()) return false;
      if (!each.isParsed) await yieldToEventLoop();
      each.parse();
    }
    const wanted = new Set(sources.filter(each => each.open).map(each => each.judged));
    const documents = sources.map(each => each.judged);
    const options = this.#optionsFor(this.setUp, sources);
    const judged = await this.#judgements.judge(documents, each => wanted.has(each), options, isStale);
    if (judged) this.judged = judged;
    return judged !== undefined;
  }

  /** What is said of a template and those that it belongs with. */
  judgementOf({ judged }: Source): Judgement | undefined {
    return this.judged.find(each => each.documents.includes(judged));
  }

  /** What is open and would be judged, but for its size. */
  tooLarge(): readonly Source[] {
    return this.files.all().filter(each => each.isTooLarge && each.looksLikeTemplate && this.#isWanted(each));
  }

  #isWanted({ open, uri }: Source): boolean {
    const path = pathOf(uri);
    return open !== undefined && (this.#isLoose || path === undefined || !this.setUp?.leavesOut(path));
  }

  /** The same as before while nothing else is known of stacks, so that what was judged stays judged. */
  #optionsFor(setUp: SetUp, sources: readonly Source[]): Options {
    const files = sources.map(({ name, uri }) => ({ name, path: pathOf(uri) ?? '' }));
    const deployedStacks = setUp.deployedStacks(files.filter(each => each.path !== ''));
    const known = JSON.stringify(deployedStacks);
    if (this.options && this.#basis?.setUp === setUp && this.#basis.known === known) return this.options;
    this.#basis = { setUp, known };
    const paths = new Map(files.map(({ name, path }) => [name, path]));
    this.options = {
      ...setUp.options,
      deployedStacks,
      constructs: (document, id) => {
        const path = paths.get(document.file);
        return path ? setUp.sourceOf(path, document, id) : undefined;
      },
    };
    return this.options;
  }

  /** What counted before goes on to count where the configuration cannot be followed. */
  async #begin(): Promise<void> {
    this.#isSetUp = true;
    try {
      this.setUp = await this.#host.setUp(this.path);
      this.problem = this.setUp.notes;
    } catch (error) {
      this.problem = this.#host.told(error);
    }
    if (this.setUp && !this.#isLoose) await this.files.find(this.setUp);
  }
}
