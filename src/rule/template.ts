// What rules ask about templates as such.

export { danglingReferences } from '../ecs/template/dangling.ts';
export { type Extension, unsupportedExtension } from '../ecs/template/language-extensions.ts';
export {
  type MisspeltProperty,
  misspeltProperties,
  misspeltPropertiesFor,
} from '../ecs/template/misspelt-properties.ts';
export { type Empty, emptyValues, emptyValuesOf } from '../ecs/template/null-values.ts';
export { completeReference } from '../fixes/complete-reference.ts';
export { addLanguageExtensions } from '../fixes/language-extensions.ts';
export { nameDestination } from '../fixes/logging/name-destination.ts';
export { omit as leaveOut } from '../fixes/omit-property.ts';
export { attachPolicy } from '../fixes/task-role/attach.ts';
export type { Document, TextTypo as Slip } from '../syntax/document.ts';
