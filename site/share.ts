import { shown } from './invisible.ts';
import type { File } from './workspace.ts';

const VERSION = 'v1.';

/** What a link may hold, so that none fills the memory of those who follow it. */
const MOST_FILES = 20;
export const MOST_BYTES = 2_000_000;
/** In a link, some characters are written with two. */
const MOST_INFLATED = 1.5 * MOST_FILES * MOST_BYTES;

/** Templates, or why a fragment holds none: it holds too much, or it holds something else, or was cut. */
export type Shared = readonly File[] | 'too much' | 'none';

/** The templates as a fragment of an address, which browsers keep to themselves: deflated, in the URL's base64. */
export async function toFragment(files: readonly File[]): Promise<string> {
  const text = JSON.stringify(files.map(({ name, text }) => [name, text]));
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const binary = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  return VERSION + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export async function fromFragment(fragment: string): Promise<Shared> {
  if (!fragment.startsWith(VERSION)) return 'none';
  try {
    const binary = atob(fragment.slice(VERSION.length).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, char => char.charCodeAt(0));
    const text = await inflate(bytes);
    return text === undefined ? 'too much' : filesIn(JSON.parse(text));
  } catch {
    return 'none';
  }
}

/** Nothing when it is more than templates may be: the rest is not inflated. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (let length = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > MOST_INFLATED) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

function filesIn(content: unknown): Shared {
  if (!Array.isArray(content) || content.length === 0 || !content.every(isPair)) return 'none';
  if (content.length > MOST_FILES || content.some(([, text]) => isTooLarge(text))) return 'too much';
  const files = content.map(([name, text]) => ({ name: shown(name), text }));
  const names = new Set(files.map(each => each.name));
  return names.size < files.length || names.has('') ? 'none' : files;
}

function isPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every(each => typeof each === 'string');
}

function isTooLarge(text: string): boolean {
  return text.length > MOST_BYTES || new TextEncoder().encode(text).length > MOST_BYTES;
}
