import { isArray, isObject, type Json } from '../syntax/json-value.ts';

/** What is shorter may well be a word of a message. */
const SHORTEST = 8;

/** Where outputs have policies, whose texts are nobody else's business. */
const POLICIES = /^(?:AssumeRolePolicyDocument|Document|Policy|PolicyDocument)$/;

/** A service of AWS, which is no secret. */
const SERVICE = /^[\w.-]+\.amazonaws\.com(?:\.cn)?$/;

/** The account ids, ARNs and texts of policies in the output of a command. */
export function confidentialTexts(output: Json): ReadonlySet<string> {
  const found = new Set<string>();
  collect(output, false, found);
  return found;
}

function collect(value: Json, isPolicy: boolean, found: Set<string>): void {
  if (isArray(value)) for (const item of value) collect(item, isPolicy, found);
  else if (isObject(value))
    for (const [key, item] of Object.entries(value)) {
      if (key === 'Action' || key === 'NotAction' || key === 'Version') continue;
      collect(POLICIES.test(key) ? opened(item) : item, isPolicy || POLICIES.test(key), found);
    }
  else if (typeof value === 'string') {
    const isOfPolicy = isPolicy && value.length >= SHORTEST && !SERVICE.test(value);
    if (value.startsWith('arn:') || isOfPolicy) found.add(value);
    for (const [account] of value.matchAll(/(?<!\d)\d{12}(?!\d)/g)) found.add(account);
  }
}

/** Of a document that is a text, what is in it. */
function opened(value: Json): Json {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(/^\s*%7B/i.test(value) ? decodeURIComponent(value) : value);
  } catch {
    return value;
  }
}
