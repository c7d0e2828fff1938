import cluster from '../fixtures/sets/by-import/cluster.yml?raw';
import roles from '../fixtures/sets/by-import/roles.yml?raw';
import service from '../fixtures/sets/by-import/service.yml?raw';
import stackAsJson from '../fixtures/whole/fargate-stack.json?raw';
import stack from '../fixtures/whole/fargate-stack.yml?raw';
import pasted from '../fixtures/whole/pasted.yml?raw';
import ready from '../fixtures/whole/ready.yml?raw';
import type { Words } from './words.ts';
import type { File } from './workspace.ts';

export type Example = keyof Words['examples'];

/** What a reader can look at before having a template at hand. */
export const EXAMPLES: Readonly<Record<Example, readonly File[]>> = {
  stack: [{ name: 'stack.yml', text: stack }],
  pasted: [{ name: 'pasted.yml', text: pasted }],
  json: [{ name: 'stack.json', text: stackAsJson }],
  set: [
    { name: 'service.yml', text: service },
    { name: 'cluster.yml', text: cluster },
    { name: 'roles.yml', text: roles },
  ],
  ready: [{ name: 'ready.yml', text: ready }],
};
