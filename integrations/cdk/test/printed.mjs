import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const ANNOTATIONS =
  /(?:^\S+:\d+:\d+\n)?^(?:WARNING|ERROR) .*\((?:Construct Annotations|Annotation)\)\n(?: {3}.*\n|\n)*/gm;
const FRAMES_AND_TRACES = /^\t* *[\u2500-\u257f].*\n/gm;
/** Among them what the app and the CLI print by turns, in an order that differs. */
const OTHER_NOTES =
  /^.*(?:feature flags are not configured|Creation Stack:$|Performing Policy Validations$|Subprocess exited|Validation failed\. See).*\n/gm;

/** What the CDK printed, without what is not about a plugin: its own annotations, frames and traces. */
export function shortened(text) {
  return text
    .replace(ANNOTATIONS, '')
    .replace(FRAMES_AND_TRACES, '')
    .replace(OTHER_NOTES, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .replace(/^\n/, '');
}

/** Holds a text against a file, or writes it with UPDATE=1. */
export function expectText(url, text) {
  if (process.env.UPDATE === '1') writeFileSync(url, text);
  assert.equal(text, existsSync(url) ? readFileSync(url, 'utf8') : '');
}
