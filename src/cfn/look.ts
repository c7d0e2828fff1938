/** What can be told of a template by the look of its text alone, which takes no time. */
export interface Look {
  readonly mayBeTemplate: boolean;
  /** Whether it may start containers, or say something about sessions in them. */
  readonly mayConcernEcs: boolean;
  readonly mayExport: boolean;
  readonly mayImport: boolean;
  /** Whatever in it may be the name of a template that is nested in it: the last parts of paths. */
  readonly mayNest: ReadonlySet<string>;
}

const NESTS = /AWS::CloudFormation::Stack\b|AWS::Serverless::Application\b/;
const CONCERNS_ECS = /ecs|ssm|ExecuteCommand/i;

/** By plain search: a yes may be wrong. */
export function lookOf(written: string): Look {
  const text = withoutEscapes(written);
  return {
    mayBeTemplate: /Resources|AWSTemplateFormatVersion|AWS::/.test(text),
    mayConcernEcs: CONCERNS_ECS.test(text),
    mayExport: /\bExport\b/.test(text),
    mayImport: /\bImportValue\b/.test(text),
    mayNest: new Set(NESTS.test(text) ? [...words(text), ...addresses(text)] : []),
  };
}

/** Letters that are written as numbers, and line ends that are no part of a text. */
const ESCAPE = /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|\r?\n[ \t]*)/gi;

function withoutEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (whole, ...codes: (string | undefined)[]) => {
    const code = codes.slice(0, 3).find(each => each !== undefined);
    if (code === undefined) return '';
    const number = Number.parseInt(code, 16);
    return number > 0x10ffff ? whole : String.fromCodePoint(number);
  });
}

function words(text: string): readonly string[] {
  return text.match(/[^\s/"'`,{}[\]]+/g) ?? [];
}

/** The last parts of what stands where a nested stack says what its template is, whatever letters they are made of. */
function addresses(text: string): readonly string[] {
  const values = text.matchAll(
    /(?:TemplateURL|Location|aws:asset:path)["']?\s*:\s*(?:"([^"]*)"|'([^']*)'|([^\r\n]*))/g,
  );
  return [...values].flatMap(([, double, single, plain = '']) => {
    const value = double ?? single ?? plain.replace(/\s#.*/, '');
    const last = value.slice(value.lastIndexOf('/') + 1).trim();
    return [last, last.replace(/[\s,}\]]+$/, '')];
  });
}
