/**
 * The short forms that templates write as YAML tags, each with the key of its long form.
 * `!Ref A` and `{Ref: A}` are one thing from here on.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
const FUNCTIONS = [
  'And',
  'Base64',
  'Cidr',
  'Contains',
  'EachMemberEquals',
  'EachMemberIn',
  'Equals',
  'FindInMap',
  'ForEach',
  'GetAZs',
  'GetAtt',
  'GetStackOutput',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'RefAll',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
  'ValueOf',
  'ValueOfAll',
];

const LONG_FORMS: ReadonlyMap<string, string> = new Map([
  ['!Ref', 'Ref'],
  ['!Condition', 'Condition'],
  ...FUNCTIONS.map(name => [`!${name}`, `Fn::${name}`] as const),
]);

export const KNOWN_TAGS: readonly string[] = [...LONG_FORMS.keys()];

/** The key that a tag stands for; a tag nobody knows stands for itself. */
export function longForm(tag: string): string {
  return LONG_FORMS.get(tag) ?? tag;
}

const SHORT_FORMS: ReadonlyMap<string, string> = new Map([...LONG_FORMS].map(([tag, key]) => [key, tag]));

/** The tag for the key of a long form, where there is one. */
export function shortForm(key: string): string | undefined {
  return SHORT_FORMS.get(key);
}
