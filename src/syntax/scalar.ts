const NULL = /^(?:~|null|Null|NULL)?$/;
const TRUE = /^(?:true|True|TRUE|yes|Yes|YES|on|On|ON)$/;
const FALSE = /^(?:false|False|FALSE|no|No|NO|off|Off|OFF)$/;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/**
 * Types a plain (unquoted) scalar as CloudFormation does, which reads YAML 1.1: `yes` and `on` are true.
 * Numbers are typed only when writing them again gives the same number: `0123`, `1_000`, `2012-10-17` and an
 * account id too long for a double stay the text that they are.
 */
export function readPlain(source: string): string | number | boolean | null {
  if (NULL.test(source)) return null;
  if (TRUE.test(source)) return true;
  if (FALSE.test(source)) return false;
  if (NUMBER.test(source)) {
    const number = Number(source);
    if (Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))) return number;
  }
  return source;
}
