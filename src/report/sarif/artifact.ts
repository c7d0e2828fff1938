import type { ArtifactLocation, PhysicalLocation, Region } from 'sarif';
import type { Span } from '../../lint/report.ts';
import { Positions } from '../../syntax/position.ts';
import type { View } from '../view.ts';
import { lineHashes } from './line-hash.ts';

/** The base of relative addresses: the root of the repository. */
export const ROOT = '%SRCROOT%';

/** More characters than that help nobody to see what a finding is about, such as the one line of a minified template. */
const LONGEST_SNIPPET = 2000;

/** A template that findings are in; what it takes long to know of it is found out on demand. */
export class Artifact {
  readonly #location: ArtifactLocation;
  readonly #text: string;
  readonly #conceal: () => string;
  #shown: string | undefined;
  #positions: Positions | undefined;
  #hashes: ReadonlyMap<number, string> | undefined;

  /** @param conceal Masks the secrets in the text, which stays as long as it is. */
  constructor(file: string, text: string, conceal: () => string, view: View) {
    this.#location = artifactLocation(file, view);
    this.#text = text;
    this.#conceal = conceal;
  }

  region(start: number, end: number): Region {
    this.#positions ??= new Positions(this.#text);
    return regionOf({ start: this.#positions.at(start), end: this.#positions.at(end) });
  }

  hash(line: number): string | undefined {
    this.#hashes ??= lineHashes(this.#text);
    return this.#hashes.get(line);
  }

  /** A place with its text and the lines around it, as viewers show them that do not have the template. */
  quoted(range: Span): PhysicalLocation {
    const { start, end } = range;
    const context = this.#contextRegion(range);
    return {
      artifactLocation: this.#location,
      region: { ...regionOf(range), ...this.#snippet(start.offset, end.offset) },
      ...(context && { contextRegion: context }),
    };
  }

  /** The lines of a place with the one before and the one after. Nothing where these say no more, or too much. */
  #contextRegion({ start, end }: Span): Region | undefined {
    const text = this.#text;
    const first = text.lastIndexOf('\n', text.lastIndexOf('\n', start.offset - 1) - 1) + 1;
    const ownEnd = lineEnd(text, Math.max(start.offset, end.offset - 1));
    const last = ownEnd < text.length ? lineEnd(text, ownEnd + 1) : ownEnd;
    const isMore = last - first > end.offset - start.offset;
    const snippet = this.#snippet(first, last);
    if (!isMore || !snippet.snippet) return undefined;
    const { startLine, endLine } = this.region(first, last);
    return { startLine, endLine, ...snippet };
  }

  #snippet(start: number, end: number): Pick<Region, 'snippet'> {
    if (end - start > LONGEST_SNIPPET) return {};
    this.#shown ??= this.#conceal();
    return { snippet: { text: this.#shown.slice(start, end).replace(/^\uFEFF/, '') } };
  }
}

function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at;
}

/** Where a file is, from the root of its repository if it is in one. */
export function artifactLocation(file: string, { fromRoot }: View): ArtifactLocation {
  const path = fromRoot(file)
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return path.startsWith('/') ? { uri: `file://${path}` } : { uri: path, uriBaseId: ROOT };
}

/** A place in a file, without the file. */
export function physicalLocation(file: string, range: Span, view: View): PhysicalLocation {
  return { artifactLocation: artifactLocation(file, view), region: regionOf(range) };
}

function regionOf({ start, end }: Span): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
