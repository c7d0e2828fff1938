import type { Declarations } from '../declarations.ts';
import { hasReference, onlyReference, reference } from '../reference.ts';
import { matches } from './wildcard.ts';

export type Coverage = 'yes' | 'no' | 'unknown';

/** `arn:partition:service:region:account:resource`; what is only known once deployed is a mark. */
const SEGMENTS = 6;

/** Writes out the ARN that `Fn::GetAtt X.Arn` gives at the start of a text; a log group's ends in `:*`. */
export function expandArn(declarations: Declarations, text: string): string {
  return text.replace(/^\uFDD0([^.\uFDD1]+)\.Arn\uFDD1/, (mark, id: string) => {
    switch (declarations.resources.get(id)?.type) {
      case 'AWS::Logs::LogGroup':
        return `${logGroupArn(reference(id))}:*`;
      case 'AWS::S3::Bucket':
        return bucketArn(reference(id));
      default:
        return mark;
    }
  });
}

export function logGroupArn(name: string): string {
  const [partition, region, account] = ['AWS::Partition', 'AWS::Region', 'AWS::AccountId'].map(reference);
  return `arn:${partition}:logs:${region}:${account}:log-group:${name}`;
}

export function bucketArn(name: string): string {
  return `arn:${reference('AWS::Partition')}:s3:::${name}`;
}

/** Whether a policy's resource pattern covers an ARN. A region or account written out is taken to be the right one. */
export function covers(pattern: string, arn: string): Coverage {
  if (pattern === '*' || pattern === arn) return 'yes';
  if (arn === '*') return 'no';
  const wanted = split(arn);
  const given = split(pattern);
  if (!wanted || !given) return matches(pattern, arn) ? 'yes' : doubt(pattern, arn);
  const scope = given.slice(0, SEGMENTS - 1).map((segment, i) => sameSegment(segment, wanted[i] ?? ''));
  if (scope.includes('no')) return 'no';
  const resource = given[SEGMENTS - 1] ?? '';
  const wantedResource = wanted[SEGMENTS - 1] ?? '';
  if (!matches(resource, wantedResource)) return doubt(resource, wantedResource);
  return scope.includes('unknown') ? 'unknown' : 'yes';
}

function split(arn: string): readonly string[] | undefined {
  const marks: string[] = [];
  const bare = arn.replace(
    /\uFDD0[^\uFDD1]*\uFDD1/g,
    mark => `\uFDD3${String.fromCharCode(marks.push(mark))}`,
  );
  const parts = bare.split(':');
  if (parts.length < SEGMENTS || parts[0] !== 'arn') return undefined;
  const segments = [...parts.slice(0, SEGMENTS - 1), parts.slice(SEGMENTS - 1).join(':')];
  return segments.map(part =>
    part.replace(/\uFDD3(.)/gs, (_, code: string) => marks[code.charCodeAt(0) - 1] ?? ''),
  );
}

function sameSegment(pattern: string, wanted: string): Coverage {
  if (matches(pattern, wanted)) return 'yes';
  if (pattern === '') return 'no';
  if (hasReference(pattern) || hasReference(wanted)) return hasPseudo(wanted) ? 'yes' : 'unknown';
  return 'no';
}

function hasPseudo(segment: string): boolean {
  return onlyReference(segment)?.startsWith('AWS::') ?? false;
}

/** Where a name is only known once deployed the two may meet after all; two literals do not. */
function doubt(pattern: string, wanted: string): Coverage {
  return hasReference(pattern) || hasReference(wanted) ? 'unknown' : 'no';
}
