import type { AccountTemplate } from '../template/account.ts';

/** What is known of the stack that a template is deployed as. */
export interface DeployedStack {
  readonly name: string;
  /** The account of its environment; nothing where it is that of who deploys it. */
  readonly account: string | undefined;
  readonly region: string | undefined;
}

/** The deployed stacks that are known, by the files of their templates. */
export type DeployedStacks = Readonly<Record<string, DeployedStack>>;

/** The same with the environment of the one described stack that has its name, as far as that says more. */
export function withDescribed(stack: DeployedStack, described: readonly AccountTemplate[]): DeployedStack {
  const [only, another] = described.filter(each => each.stackName === stack.name).map(each => each.scope);
  if (!only || another || !mayShareEnvironment(stack, { ...stack, ...only })) return stack;
  return { ...stack, account: stack.account ?? only.account, region: stack.region ?? only.region };
}

/** Whether two stacks may be deployed to one account and region: one that is not known may be any. */
export function mayShareEnvironment(a: DeployedStack | undefined, b: DeployedStack | undefined): boolean {
  return mayBeSame(a?.account, b?.account) && mayBeSame(a?.region, b?.region);
}

/** Whether two accounts, or two regions, may be the same. */
export function mayBeSame(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** Whether as much is known of the environments of two stacks, and the same. */
export function hasSameEnvironment(a: DeployedStack | undefined, b: DeployedStack | undefined): boolean {
  return a?.account === b?.account && a?.region === b?.region;
}
