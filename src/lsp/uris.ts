import { fileURLToPath, pathToFileURL } from 'node:url';

/** The path of a file; nothing for what is none, such as a text that was never saved. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** The same for all spellings of one URI. */
export function keyOf(uri: string): string {
  return pathOf(uri) ?? uri;
}

/** The last part: `Untitled-1`. */
export function lastPartOf(uri: string): string {
  return /[^/:]*$/.exec(uri)?.[0] ?? uri;
}
