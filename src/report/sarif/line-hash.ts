const BLOCK = 100;
const FACTOR = 37;
const WORD = 2 ** 32;
const END_OF_FILE = 0xffff;

/**
 * The hash of every line, by its number, as GitHub tells findings apart whose lines move (`primaryLocationLineHash`):
 * of the 100 characters from where the line begins, blanks left out and line ends made alike, modulo 2^64. Equal ones
 * are numbered.
 */
export function lineHashes(text: string): ReadonlyMap<number, string> {
  const written = text.replace(/\r\n?/g, '\n').replace(/[ \t]/g, '');
  const hashes = new Map<number, string>();
  const times = new Map<string, number>();
  let start = 0;
  for (let line = 1; ; line++) {
    const hash = hashFrom(written, start);
    const time = (times.get(hash) ?? 0) + 1;
    times.set(hash, time);
    hashes.set(line, `${hash}:${time}`);
    const newline = written.indexOf('\n', start);
    if (newline < 0) return hashes;
    start = newline + 1;
  }
}

/** In two halves of 32 bits, of which no product leaves what a number can hold exactly. */
function hashFrom(text: string, start: number): string {
  let high = 0;
  let low = 0;
  for (let i = start; i < start + BLOCK; i++) {
    const code = i < text.length ? text.charCodeAt(i) : i === text.length ? END_OF_FILE : 0;
    const next = low * FACTOR + code;
    high = (high * FACTOR + Math.floor(next / WORD)) % WORD;
    low = next % WORD;
  }
  const digits = low.toString(16);
  return high === 0 ? digits : `${high.toString(16)}${digits.padStart(8, '0')}`;
}
