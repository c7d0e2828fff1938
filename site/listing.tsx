import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Words } from './words.ts';

/** So many items are drawn at once: thousands would keep the page from doing anything else. */
const STEP = 200;

interface Properties<Item> {
  readonly items: readonly Item[];
  readonly words: Words;
  readonly show: (item: Item) => ComponentChildren;
}

/** The first items of a list, and a button for more. */
export function Listing<Item>({ items, words, show }: Properties<Item>) {
  const [count, setCount] = useState(STEP);
  const rest = items.length - count;
  return (
    <>
      {items.slice(0, count).map(show)}
      {rest > 0 && (
        <li class="more">
          <button type="button" onClick={() => setCount(count + STEP)}>
            {words.more(Math.min(rest, STEP))}
          </button>
        </li>
      )}
    </>
  );
}
