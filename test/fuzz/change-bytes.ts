import { NASTY_TEXTS } from './nasty.ts';
import type { Random } from './random.ts';

/** Changes a text as if it were bytes and nothing more. What is no UTF-8 any more is replaced, as readers do. */
export function changeBytes(text: string, random: Random, other: string): string {
  const bytes = Buffer.from(text);
  const at = random.below(bytes.length + 1);
  const length = Math.min(1 + random.below(random.chance(70) ? 4 : 200), bytes.length - at);
  const [before, within, after] = [
    bytes.subarray(0, at),
    bytes.subarray(at, at + length),
    bytes.subarray(at + length),
  ];
  return decode(random.pick(CHANGES)(before, within, after, random, Buffer.from(other)));
}

type Change = (
  before: Buffer,
  within: Buffer,
  after: Buffer,
  random: Random,
  other: Buffer,
) => readonly Uint8Array[];

const CHANGES: readonly Change[] = [
  /** Takes some away. */
  (before, _, after) => [before, after],
  /** Turns one bit. */
  (before, within, after, random) => {
    const [first = 32, ...others] = within;
    return [before, Buffer.from([first ^ (1 << random.below(8)), ...others]), after];
  },
  /** Repeats some. */
  (before, within, after) => [before, within, within, after],
  /** Puts some elsewhere. */
  (before, within, after, random) => {
    const to = random.below(after.length + 1);
    return [before, after.subarray(0, to), within, after.subarray(to)];
  },
  /** Puts something nasty in. */
  (before, within, after, random) => [before, Buffer.from(random.pick(NASTY_TEXTS)), within, after],
  /** Puts any byte in. */
  (before, within, after, random) => [before, Buffer.from([random.below(256)]), within, after],
  /** Goes on with another text. */
  (before, _, __, random, other) => [before, other.subarray(random.below(other.length + 1))],
  /** Has a part of another text in it. */
  (before, _, after, random, other) => {
    const from = random.below(other.length + 1);
    return [before, other.subarray(from, from + random.below(400)), after];
  },
  /** Ends too early. */
  before => [before],
];

function decode(parts: readonly Uint8Array[]): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(parts));
}
