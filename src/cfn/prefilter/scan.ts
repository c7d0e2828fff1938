import { searchable } from './escapes.ts';

/** Hints from the text of a template alone, without parsing it. */
export interface TextHints {
  readonly mayBeTemplate: boolean;
  /** Whether it names resource types of AWS, wherever. */
  readonly namesTypes: boolean;
  /** Whether a resource type of AWS stands where a template has one. */
  readonly declaresType: boolean;
  readonly mayExport: boolean;
  readonly mayImport: boolean;
  /** Whatever in it may be the name of a template that is nested in it: the last parts of paths. */
  readonly mayNest: ReadonlySet<string>;
}

const NESTS = /AWS::CloudFormation::Stack\b|AWS::Serverless::Application\b/;

/** By plain search: a yes may be wrong. */
export function scanText(written: string): TextHints {
  const text = searchable(written);
  return {
    mayBeTemplate: /Resources|AWSTemplateFormatVersion|AWS::/.test(text),
    namesTypes: text.includes('AWS::'),
    declaresType: /\bType["']?\s*:\s*["']?AWS::\w+::/.test(text),
    mayExport: /\bExport\b/.test(text),
    mayImport: /\bImportValue\b/.test(text),
    mayNest: new Set(NESTS.test(text) ? [...words(text), ...addresses(text)] : []),
  };
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
