import type jsYaml from 'js-yaml';

declare module 'cloudformation-js-yaml-schema' {
  /** Makes types that keep tags as they are: for each kind of node, those with the names given. */
  export function build(
    tags: Readonly<Record<'scalar' | 'sequence' | 'mapping', readonly string[]>>,
    yaml: typeof jsYaml,
  ): jsYaml.Type[];
}
