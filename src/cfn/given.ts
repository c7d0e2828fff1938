import type { Document } from '../syntax/document.ts';
import { nodeAt } from '../syntax/place.ts';
import { Declarations, type Parameter } from './declarations.ts';
import { text } from './intrinsic.ts';

export type Given = Readonly<Record<string, string>>;

/** Whether a whole value fits an `AllowedPattern`, a regular expression of Java; nothing when that cannot be told. */
export type Fits = (pattern: string, value: string) => boolean | undefined;

/** What is wrong with parameter values that templates are to be judged under: complete sentences. */
export function mistakesIn(given: Given, documents: readonly Document[], fits: Fits): readonly string[] {
  const templates = documents.map(document => new Declarations(document));
  return Object.entries(given).flatMap(([name, value]) => {
    const declaring = templates.filter(each => each.parameters.has(name));
    if (declaring.length === 0) return [`No template declares the parameter \`${name}\`.`];
    return declaring.flatMap(({ document, parameters }) => {
      const parameter = parameters.get(name);
      const mistake = parameter && mistakeIn(parameter, value, document, fits);
      return mistake === undefined ? [] : [`${document.file}: ${mistake}`];
    });
  });
}

function mistakeIn(
  { name, type, allowedValues }: Parameter,
  value: string,
  document: Document,
  fits: Fits,
): string | undefined {
  const values = /List\b/.test(type) ? value.split(',').map(each => each.trim()) : [value];
  const other = allowedValues && values.find(each => !allowedValues.includes(each));
  if (allowedValues && other !== undefined)
    return `The parameter \`${name}\` cannot be \`${other}\`: it takes ${allowedValues.join(', ')}.`;
  const pattern = text(nodeAt({ document, path: ['Parameters', name, 'AllowedPattern'] }));
  const unfit = pattern === undefined ? undefined : values.find(each => fits(pattern, each) === false);
  if (unfit !== undefined)
    return `The parameter \`${name}\` cannot be \`${unfit}\`: it does not match \`${pattern}\`.`;
  if (type === 'Number' && !/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/.test(value))
    return `The parameter \`${name}\` cannot be \`${value}\`: it takes a number.`;
  return undefined;
}
