import { isObject, type Json, property } from '../syntax/json-value.ts';

/** What the CDK calls templates beside the manifest of their assembly, and in no folder of it. */
const TEMPLATE = /^[^/\\]+\.template\.json$/;

/** A template among the assets of a stack. */
export interface TemplateAsset {
  readonly path: string;
  /** The keys of the objects in Amazon S3 that it is uploaded as. */
  readonly objectKeys: readonly string[];
}

/** The templates among the assets of a stack, which are those of its nested stacks, by its asset manifest. */
export function templatesAmongAssets(manifest: Json | undefined): readonly TemplateAsset[] {
  return valuesOf(manifest, 'files').flatMap(each => {
    const source = isObject(each) ? property(each, 'source') : undefined;
    const path = isObject(source) ? property(source, 'path') : undefined;
    if (typeof path !== 'string' || !TEMPLATE.test(path)) return [];
    const keys = valuesOf(each, 'destinations').map(at =>
      isObject(at) ? property(at, 'objectKey') : undefined,
    );
    return [{ path, objectKeys: keys.filter(key => typeof key === 'string') }];
  });
}

function valuesOf(json: Json | undefined, key: string): readonly Json[] {
  const values = isObject(json) ? property(json, key) : undefined;
  return isObject(values) ? Object.values(values) : [];
}
