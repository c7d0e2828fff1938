import type { Language } from './words.ts';

export type Theme = 'auto' | 'light' | 'dark';

/** The language of the person's browser, as far as the page speaks it. */
export function ownLanguage(): Language {
  return navigator.language.startsWith('ja') ? 'ja' : 'en';
}

/** Has the page drawn in some colours; `auto` leaves that to the system. */
export function paint(theme: Theme): void {
  document.documentElement.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
}
