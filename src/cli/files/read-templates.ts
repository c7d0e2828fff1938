import { isUtf8 } from 'node:buffer';
import { type Sentence, say } from '../../i18n/sentence.ts';
import { scanText } from '../../index.ts';
import { codeOf, reason } from '../core/errors.ts';
import { readBeginning, readStream, type Start } from '../core/read-file.ts';
import type { Original } from './atomic-write.ts';
import type { Input } from './inputs.ts';

interface Read {
  readonly input: Input;
  /** None when it could not be read. */
  readonly bytes: Buffer;
  /** Nothing for standard input, and for what could not be read. */
  readonly original?: Original;
}

/** A file's text, or a sentence about why there is none, or nothing for what is no template, or none to be judged. */
export type Content = Read &
  (
    | { readonly is: 'text'; readonly text: string }
    | { readonly is: 'problem'; readonly problem: Sentence }
    | { readonly is: 'other'; readonly reason: 'not-a-template' | 'no-ecs' | 'too-large' }
  );

export async function read(input: Input): Promise<Content> {
  try {
    const { isAll, ...file } = await begin(input);
    return isAll ? decode({ input, ...file }) : tooLarge(input, file.bytes);
  } catch (error) {
    const why = reason(error);
    return problem(
      { input, bytes: Buffer.alloc(0) },
      codeOf(error) === 'NOT_REGULAR_FILE' ? say`${why}; use \`-\` for a pipe.` : say`${why}.`,
    );
  }
}

async function begin({ place }: Input): Promise<Start & Pick<Read, 'original'>> {
  if (!place) return readStream(process.stdin);
  const { isAll, ...read } = readBeginning(place.real);
  return { isAll, bytes: read.bytes, original: { ...place, ...read } };
}

/**
 * Of large files that were only found most are data; what is said of those that look like templates is no text to pass
 * on.
 */
function tooLarge(input: Input, bytes: Buffer): Content {
  const file = { input, bytes: Buffer.alloc(0) };
  if (!input.isNamed && !scanText(bytes.toString('latin1')).declaresType) return other(file, 'too-large');
  return problem(file, say`it is larger than 2 MB, and CloudFormation accepts templates up to 1 MB.`);
}

/** CloudFormation takes UTF-8. What is not, and was only found in a folder, is no template unless it looks like one. */
function decode(file: Read): Content {
  const { bytes } = file;
  if (bytes.length === 0) return refuse(file, say`it is empty.`);
  if (hasUtf16Mark(bytes)) return refuse(file, say`it is UTF-16, and CloudFormation reads UTF-8.`);
  const zero = bytes.indexOf(0);
  if (zero >= 0) return refuse(file, say`it is a binary file, or UTF-16.`, bytes.subarray(0, zero));
  if (!mayBeTemplate(bytes)) return other(file, 'not-a-template');
  // `toString` keeps a byte order mark, so that it can be written back.
  if (isUtf8(bytes)) return { ...file, is: 'text', text: bytes.toString('utf8') };
  return refuse(file, say`it is not UTF-8.`, beforeInvalid(bytes));
}

/** Most files need not be decoded to see that they are not templates. */
function mayBeTemplate(bytes: Buffer): boolean {
  if (bytes.includes('Resources') || bytes.includes('AWSTemplateFormatVersion')) return true;
  return bytes.includes('\\') && scanText(bytes.toString('latin1')).mayBeTemplate;
}

function hasUtf16Mark(bytes: Buffer): boolean {
  const mark = bytes.subarray(0, 2).toString('hex');
  return mark === 'fffe' || mark === 'feff';
}

/** The part of a file that is UTF-8, to the line. */
function beforeInvalid(bytes: Buffer): Buffer {
  let start = 0;
  for (;;) {
    const newline = bytes.indexOf(10, start);
    const line = bytes.subarray(start, newline < 0 ? bytes.length : newline);
    if (!isUtf8(line)) {
      const valid = line.toString('utf8').split('\uFFFD')[0] ?? '';
      return bytes.subarray(0, start + Buffer.byteLength(valid));
    }
    start += line.length + 1;
  }
}

function refuse(file: Read, why: Sentence, before?: Buffer): Content {
  if (!file.input.isNamed && !scanText(asciiIn(file.bytes)).namesTypes) return other(file, 'not-a-template');
  return problem(file, why, before);
}

/** The ASCII characters of a text in any encoding, UTF-16 among them. */
function asciiIn(bytes: Buffer): string {
  return bytes.toString('latin1').replaceAll('\0', '');
}

function other(file: Read, why: 'not-a-template' | 'too-large'): Content {
  return { ...file, is: 'other', reason: why };
}

function problem(file: Read, why: Sentence, before?: Buffer): Content {
  const lines = before?.toString('utf8').split('\n');
  const where = lines ? `:${lines.length}:${(lines.at(-1) ?? '').length + 1}` : '';
  return { ...file, is: 'problem', problem: say`${file.input.name}${where}: ${why}` };
}
