import { nodeAt, type Place } from '../../syntax/place.ts';
import { textAt } from '../functions/intrinsic.ts';
import { hasPlaceholder, partsOf, placeholder } from '../functions/placeholder.ts';
import { qualifiedName } from '../functions/qualified-name.ts';
import { BudgetExceeded } from './budget.ts';
import { Scenarios } from './scenarios.ts';
import type { Stack } from './stack.ts';

/** The location of a nested stack's template, as far as it is known. */
export type TemplateLocation =
  /** A path relative to the template it is written in: the AWS CLI uploads the file and puts its address there. */
  | { readonly is: 'path'; readonly path: string }
  /** An address that ends in these parts of a path. */
  | {
      readonly is: 'address';
      readonly end: readonly string[];
      /** Whether what stands before the end may belong to its first part. */
      readonly isCut: boolean;
      /** Whether it rests on the defaults of parameters. */
      readonly usesDefaults: boolean;
    };

/** The locations that `TemplateURL`, or `Location`, gives in a stack: what is certain of it first. */
export function templateLocations(stack: Stack, at: Place): readonly TemplateLocation[] {
  const written = nodeAt(at)?.kind === 'scalar' ? textAt(at) : undefined;
  if (written !== undefined) return [locationOf(written)];
  const text = onlyText(stack, at);
  if (text === undefined) return [];
  const likely = withDefaults(text, stack);
  const location = locationOf(text);
  if (likely === text) return [location];
  const other = locationOf(likely);
  return [location, other.is === 'address' ? { ...other, usesDefaults: true } : other];
}

/** The text that is there in every scenario. */
function onlyText(stack: Stack, at: Place): string | undefined {
  try {
    const { answers, complete } = new Scenarios(stack).explore(template => template.symbolic(at));
    const texts = new Set(answers.map(({ value }) => (value.is === 'known' ? value.value : undefined)));
    const [text] = texts;
    return complete && texts.size === 1 && typeof text === 'string' ? text : undefined;
  } catch (error) {
    if (error instanceof BudgetExceeded) return undefined;
    throw error;
  }
}

function locationOf(text: string): TemplateLocation {
  if (!/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(text) && !hasPlaceholder(text)) return { is: 'path', path: text };
  const key = objectKey(text.replace(/[?#].*$/s, ''));
  const known = partsOf(key).at(-1) ?? '';
  const end = known.split('/').filter(part => part !== '' && part !== '.');
  const isCut = hasPlaceholder(key) && !known.startsWith('/');
  return { is: 'address', end, isCut, usesDefaults: false };
}

/** An address without its host, nor the bucket that Amazon S3 takes as the first part of a path. */
function objectKey(address: string): string {
  const [start = '', host = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^/]*)/i.exec(address) ?? [];
  const path = address.slice(start.length);
  return /^s3[.-]/i.test(host) ? path.replace(/^\/[^/]*/, '') : path;
}

/** The text with the defaults of parameters in the places of those that have one. */
function withDefaults(text: string, stack: Stack): string {
  return partsOf(text)
    .map((part, i) => (i % 2 === 0 ? part : (defaultOf(part, stack) ?? placeholder(part))))
    .join('');
}

function defaultOf(written: string, stack: Stack): string | undefined {
  const { key = stack.key, name } = qualifiedName(written);
  const owner = stack.lineage().find(each => each.key === key);
  return owner?.declarations.parameters.get(name)?.default;
}
