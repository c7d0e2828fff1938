import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Mutant, mutantsOf } from './mutants.ts';

export const ROOT: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A mutant, and the module that it is one of. */
export interface Place extends Mutant {
  readonly path: string;
}

/** Every how many mutants of `src/iam` and `src/ecs` are tried, from which on, and of which modules. */
export interface Sampling {
  readonly every: number;
  readonly offset: number;
  readonly modules: string;
}

export const MODULES: readonly string[] = ['src/iam', 'src/ecs']
  .flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => join(folder, name)),
  )
  .sort();

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

export function sample({ every, offset, modules }: Sampling): readonly Place[] {
  return MODULES.filter(path => path.startsWith(modules))
    .flatMap(path => mutantsOf(textOf(path)).map(each => ({ ...each, path })))
    .filter((_, index) => index % every === offset);
}
