/** What Vietnamese needs beyond the first page. */
export { viMore as text } from '../locales/vi-more.ts';
