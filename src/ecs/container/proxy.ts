import { hasPlaceholder, onlyPlaceholder } from '../../cfn/functions/placeholder.ts';
import { andThen, type Value } from '../../cfn/value.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import type { Container, Variable } from '../model/container-definition.ts';
import { contains, type Range, rangeOf } from '../resolve/cidr.ts';

/** Where containers ask for the credentials of the task role, and for what they are. */
export const CREDENTIALS_HOST = '169.254.170.2';

const HOST: Range = { first: 0xa9feaa02, last: 0xa9feaa02 };

/** Session Manager is reached by HTTPS; credentials are asked for by HTTP, of which only the second names decide. */
const PROXIES = /^(?:HTTPS?_PROXY|https?_proxy)$/;
const HTTP_PROXIES = /^(?:HTTP_PROXY|http_proxy)$/;

/** Of the two the first counts that is not empty. */
const EXCEPTIONS = [/^NO_PROXY$/, /^no_proxy$/];

export interface BlockingProxy {
  /** The variable that names the proxy. */
  readonly proxy: Variable;
  /** The one that says what goes past it, where there is one. */
  readonly exceptions: Variable | undefined;
  readonly unsure: Sentence | undefined;
}

/** The variable by which the agent, which has the environment of the container, is sent through a proxy. */
export function proxyOf(container: Container): Variable | undefined {
  return firstSet(container, PROXIES);
}

/**
 * A proxy that requests for credentials go to as well; nothing where that cannot be told.
 * https://github.com/aws/amazon-ssm-agent/blob/mainline/common/identity/availableidentities/ecs/ecs_metadata.go
 */
export function blockingProxy(container: Container): BlockingProxy | undefined {
  const proxy = firstSet(container, HTTP_PROXIES);
  if (!proxy) return undefined;
  const lists = EXCEPTIONS.flatMap(name => container.variables(name));
  const exceptions = lists.find(each => !isEmpty(each.value)) ?? lists[0];
  if (!exceptions && container.hasOtherVariables()) return undefined;
  const list = exceptions?.value;
  if (list && (list.is !== 'known' || exempts(list.value))) return undefined;
  const unsure =
    list?.is === 'known' ? list.unsure : proxy.value.is === 'known' ? proxy.value.unsure : undefined;
  return { proxy, exceptions, unsure };
}

function firstSet(container: Container, names: RegExp): Variable | undefined {
  return container.variables(names).find(each => isSet(container, each));
}

/** A value that is but a parameter may be empty: then there is no proxy. */
function isSet({ template }: Container, { at, value }: Variable): boolean {
  if (value.is === 'known') return value.value !== '';
  const symbolic = andThen(template.find(at, 'Value'), place => template.symbolic(place));
  if (symbolic.is !== 'known' || typeof symbolic.value !== 'string') return false;
  return hasPlaceholder(symbolic.value) && onlyPlaceholder(symbolic.value) === undefined;
}

function isEmpty(value: Value<string>): boolean {
  return value.is === 'known' && value.value === '';
}

/**
 * Whether a list of exceptions has the credentials' host: by address, by range, or by all.
 * https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config
 */
export function exempts(list: string): boolean {
  return list.split(',').some(each => {
    const entry = each.trim().replace(/:80$/, '');
    const range = rangeOf(entry);
    return entry === '*' || entry === CREDENTIALS_HOST || (range !== undefined && contains(range, HOST));
  });
}
