import type { Fix, Location, PhysicalLocation, Replacement, Result } from 'sarif';
import { type Sentence, say } from '../../i18n/sentence.ts';
import type { Diagnostic, FileSplice, SourceFrame } from '../../lint/report.ts';
import { escapeControls, withoutLinks } from '../escape-output.ts';
import type { View } from '../view.ts';
import { type Artifact, artifactLocation, physicalLocation } from './artifact.ts';
import { LEVELS } from './reporting-descriptor.ts';
import { messageOf, type RelatedPlace } from './result-message.ts';

/** A finding as a result of SARIF. */
export function resultOf(
  diagnostic: Diagnostic,
  artifacts: ReadonlyMap<string, Artifact>,
  view: View,
): Result {
  const { ruleId, severity, file, range, resource, sure, fixRefused, source } = diagnostic;
  const artifact = artifacts.get(file);
  const hash = artifact?.hash(range.start.line);
  const fixes = fixesOf(diagnostic, artifacts, view);
  const related = relatedPlaces(diagnostic, view);
  const [made] = source?.frames ?? [];
  return {
    ruleId,
    ruleIndex: view.rules.findIndex(each => each.id === ruleId),
    level: LEVELS[severity],
    message: messageOf(diagnostic, related, view),
    locations: [
      {
        physicalLocation: made
          ? atFrame(made, view)
          : (artifact?.quoted(range) ?? physicalLocation(file, range, view)),
        ...(resource !== undefined && {
          logicalLocations: [{ name: escapeControls(resource), kind: 'resource' }],
        }),
      },
    ],
    ...(related.length > 0 && { relatedLocations: related.map(locationOf) }),
    ...(hash !== undefined && { partialFingerprints: { primaryLocationLineHash: hash } }),
    ...(fixes.length > 0 && { fixes }),
    properties: { sure, ...(fixRefused && { fixRefused: escapeControls(String(fixRefused)) }) },
  };
}

/** Where a construct is made comes first, and the template that is made of it among what is related. */
function relatedPlaces({ file, range, related, source }: Diagnostic, view: View): readonly RelatedPlace[] {
  const [made, called] = source?.frames ?? [];
  const all: readonly (readonly [Sentence, PhysicalLocation])[] = [
    ...(called ? [[say`created here`, atFrame(called, view)] as const] : []),
    ...(made ? [[say`the template says so here`, physicalLocation(file, range, view)] as const] : []),
    ...related.map(each => [each.message, physicalLocation(each.file, each.range, view)] as const),
  ];
  return all.map(([label, physical], i) => ({ id: i + 1, label: escapeControls(String(label)), physical }));
}

function locationOf({ id, label, physical }: RelatedPlace): Location {
  return { id, message: { text: withoutLinks(label) }, physicalLocation: physical };
}

function atFrame({ file, line, column }: SourceFrame, view: View): PhysicalLocation {
  return {
    artifactLocation: artifactLocation(file, view),
    region: { startLine: line, startColumn: column },
  };
}

function fixesOf({ fix }: Diagnostic, artifacts: ReadonlyMap<string, Artifact>, view: View): Fix[] {
  if (!fix || fix.splices.length === 0) return [];
  const caution = fix.safety === 'safe' ? '' : ' (unsafe: it may override a deliberate setting)';
  return [
    {
      description: { text: withoutLinks(`${escapeControls(String(fix.title))}${caution}`) },
      artifactChanges: [...new Set(fix.splices.map(each => each.file))].map(file => ({
        artifactLocation: artifactLocation(file, view),
        replacements: fix.splices.flatMap(splice => replacement(splice, file, artifacts)),
      })),
    },
  ];
}

function replacement(
  splice: FileSplice,
  file: string,
  artifacts: ReadonlyMap<string, Artifact>,
): Replacement[] {
  const artifact = splice.file === file ? artifacts.get(file) : undefined;
  if (!artifact) return [];
  return [
    { deletedRegion: artifact.region(splice.start, splice.end), insertedContent: { text: splice.text } },
  ];
}
