import type { CollectionItem, FlowToken } from '../../syntax/cst-tokens.ts';
import type { Document } from '../../syntax/document.ts';
import { opensLine } from '../tree/lines.ts';
import { itemStart, realItems } from '../tree/tokens.ts';

/** A map or list in brackets. */
export interface Flow {
  readonly document: Document;
  readonly token: FlowToken;
}

/** The comma that stands before an item: the token tree counts it to the item that follows. */
export function commaBefore(item: CollectionItem | undefined): number | undefined {
  return item?.start.find(each => each.type === 'comma')?.offset;
}

/** The comma behind an item, be it the last one. */
export function commaBehind({ token }: Flow, item: CollectionItem): number | undefined {
  return commaBefore(token.items[token.items.indexOf(item) + 1]);
}

/** Where the text of an item begins on its line: at its comma where commas come first. */
export function leadOf({ document }: Flow, item: CollectionItem): number {
  const comma = commaBefore(item);
  return comma !== undefined && opensLine(document.text, comma) ? comma : itemStart(item);
}

/** Whether items have lines of their own, as the last one shows. */
export function isOnLines(flow: Flow): boolean {
  const last = realItems(flow.token).at(-1);
  return last !== undefined && opensLine(flow.document.text, leadOf(flow, last));
}

/** `, b` on the next line, not `a,` on this one. */
export function hasCommasFirst(flow: Flow): boolean {
  const comma = commaBefore(realItems(flow.token)[1]);
  return comma !== undefined && opensLine(flow.document.text, comma);
}
