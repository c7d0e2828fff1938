import type { Document } from './document.ts';
import { parseFast } from './fast-parser.ts';
import { parseFull, type YamlReading } from './full-parser.ts';

/** What a text says, and the text that says so. */
export function read(text: string, format: Document['format']): YamlReading {
  const reading = parseFast(text, format);
  return reading ? { ...reading, readable: text } : parseFull(text, format);
}
