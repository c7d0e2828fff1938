import type { Diagnostic, Report } from '../lint/report.ts';
import type { Rule } from '../rule/types.ts';
import { getOrInsertComputed } from '../util/memoize.ts';
import { compareRanks } from '../util/ranks.ts';
import { fixedWith } from './fixed-with.ts';
import { serviceKey, servicesByVerdict } from './standing.ts';

/** What a finding comes to, from the worst. What is only likely comes behind what is certain. */
const IMPACTS = [
  'no deploy',
  'no session',
  'perhaps no session',
  'no session log',
  'other',
  'advice',
] as const;

/**
 * Findings in the order in which they matter to people: by service, and of each service by impact. What the fix of
 * another finding settles comes right behind that one.
 */
export function findingsByImpact(
  { findings, services }: Pick<Report, 'findings' | 'services'>,
  rules: readonly Rule[],
): readonly Diagnostic[] {
  const serviceOrder = new Map(servicesByVerdict(services).map((each, i) => [serviceKey(each), i]));
  const ruleOrder = new Map(rules.map((each, i) => [each.id, i]));
  const serviceOf = (finding: Diagnostic): number => {
    const own = finding.launchers.flatMap(each => serviceOrder.get(each) ?? []);
    if (own.length > 0) return Math.min(...own);
    return impactOf(finding) === 'no deploy' ? -1 : services.length;
  };
  const ranked = findings.map((finding, i) => {
    const impact = IMPACTS.indexOf(impactOf(finding));
    return { finding, rank: [serviceOf(finding), impact, ruleOrder.get(finding.ruleId) ?? 0, i] };
  });
  ranked.sort((a, b) => compareRanks(a.rank, b.rank));
  return behindTheirFixes(ranked.map(each => each.finding));
}

function impactOf({ severity, resource, sure, blocks, prevents }: Diagnostic): (typeof IMPACTS)[number] {
  if (severity === 'info') return 'advice';
  // An error about the template as a whole: it cannot be read.
  if (severity === 'error' && (blocks === 'deploy' || resource === undefined)) return 'no deploy';
  if (prevents === 'opens') return sure ? 'no session' : 'perhaps no session';
  return prevents === 'recorded' ? 'no session log' : 'other';
}

function behindTheirFixes(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const followers = new Map<Diagnostic, Diagnostic[]>();
  const leading = findings.filter(each => {
    const leader = fixedWith(each, findings);
    if (leader) getOrInsertComputed(followers, leader, () => []).push(each);
    return !leader;
  });
  return leading.flatMap(each => [each, ...(followers.get(each) ?? [])]);
}
