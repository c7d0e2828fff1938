/** What is written as `NAME=VALUE`; nothing for a text without a name or a value. */
export function splitAssignment(text: string): readonly [name: string, value: string] | undefined {
  const at = text.indexOf('=');
  return at < 1 ? undefined : [text.slice(0, at), text.slice(at + 1)];
}
