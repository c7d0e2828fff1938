import { isArray, type Json } from '../syntax/json-value.ts';

/** A frame of a stack trace that the CDK took when a construct was made. */
export interface Frame {
  /** The function, such as `new WebStack`; empty where it has no name. */
  readonly called: string;
  /** An absolute path, in slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** No honest frame is longer. */
const LONGEST = 4096;

const FRAME = /^(?:at )?(?:(.*?) \()?((?:file:\/\/)?(?:\/|[A-Za-z]:[/\\]).*?):(\d+):(\d+)\)?$/;

/** The frames of a trace, innermost first, without those of packages and of Node.js. */
export function framesIn(trace: Json | undefined): readonly Frame[] {
  if (!isArray(trace)) return [];
  return trace.flatMap(each => {
    const text = typeof each === 'string' && each.length <= LONGEST ? each.trim() : '';
    const [, called = '', file = '', line, column] = FRAME.exec(text) ?? [];
    if (file === '' || /[/\\]node_modules[/\\]/.test(file)) return [];
    return [{ called, file: pathIn(file), line: Number(line), column: Number(column) }];
  });
}

/** Modules are called by their URLs. */
function pathIn(file: string): string {
  return decoded(file.replace(/^file:\/\/(?=\/[A-Za-z]:\/)\/|^file:\/\//, '')).replaceAll('\\', '/');
}

function decoded(file: string): string {
  try {
    return decodeURI(file);
  } catch {
    return file;
  }
}

/**
 * The frames in which a construct is made inside of its stack: what the stack itself is made in is left out. Where
 * that is not known, a helper and what calls it are told by their names: a class makes what is in its constructor.
 */
export function framesWithin(all: readonly Frame[], ofStack: readonly Frame[]): readonly Frame[] {
  const frames = all.filter((_, i) => !all[i - 1]?.called.endsWith(FIELD));
  if (ofStack.length === 0) {
    const end = frames.findIndex(each => each.called.startsWith('new '));
    return end < 0 ? frames.slice(0, 1) : frames.slice(0, end + 1);
  }
  const outside = frames.findIndex(each => isSame(each, ofStack[0]));
  return outside < 0 ? frames : frames.slice(0, outside);
}

/** What V8 calls the function that gives a field of a class its value; the constructor calls it, on no line of note. */
const FIELD = '<instance_members_initializer>';

function isSame(a: Frame | undefined, b: Frame | undefined): boolean {
  return a?.file === b?.file && a?.line === b?.line && a?.column === b?.column;
}
