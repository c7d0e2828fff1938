import { type Paint, PLAIN } from '../../report/view.ts';
import type { Colour } from '../args/arguments.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether a stream gets colours: the flags count more than the variables, and those more than the terminal. */
export function isColoured(said: Colour, environment: Environment, isTerminal: boolean): boolean {
  if (said !== 'auto') return said === 'always';
  const { FORCE_COLOR: forced, NO_COLOR: no, TERM: terminal } = environment;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (no !== undefined && no !== '') return false;
  return terminal !== 'dumb' && isTerminal;
}

/** Loads what colours text only when something is coloured. */
export async function paint(coloured: boolean): Promise<Paint> {
  if (!coloured) return PLAIN;
  const { Chalk } = await import('chalk');
  const { bold, cyan, dim, green, red, yellow } = new Chalk({ level: 1 });
  return { error: red.bold, warning: yellow.bold, info: cyan, good: green, strong: bold, faint: dim };
}
