import type { File } from './workspace.ts';

const VERSION = 'v1.';

/** The templates as a fragment of an address, which browsers keep to themselves: deflated, in the URL's base64. */
export async function toFragment(files: readonly File[]): Promise<string> {
  const text = JSON.stringify(files.map(({ name, text }) => [name, text]));
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  const binary = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  return VERSION + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** What a fragment holds; nothing when it holds something else, or was cut. */
export async function fromFragment(fragment: string): Promise<readonly File[] | undefined> {
  if (!fragment.startsWith(VERSION)) return undefined;
  try {
    const binary = atob(fragment.slice(VERSION.length).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, char => char.charCodeAt(0));
    const text = new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw')));
    const files: unknown = JSON.parse(text);
    return Array.isArray(files) && files.length > 0 && files.every(isPair)
      ? files.map(([name, content]) => ({ name, text: content }))
      : undefined;
  } catch {
    return undefined;
  }
}

function isPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every(each => typeof each === 'string');
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}
