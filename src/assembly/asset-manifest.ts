import { isObject, type Json, property } from '../syntax/json-value.ts';

/** What the CDK calls templates beside the manifest of their assembly, and in no folder of it. */
const TEMPLATE = /^[^/\\]+\.template\.json$/;

/** The templates among the assets of a stack, which are those of its nested stacks, by its asset manifest. */
export function templatesAmongAssets(manifest: Json | undefined): readonly string[] {
  const files = isObject(manifest) ? property(manifest, 'files') : undefined;
  return Object.values(isObject(files) ? files : {}).flatMap(each => {
    const source = isObject(each) ? property(each, 'source') : undefined;
    const path = isObject(source) ? property(source, 'path') : undefined;
    return typeof path === 'string' && TEMPLATE.test(path) ? [path] : [];
  });
}
