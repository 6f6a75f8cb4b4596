import { html } from 'hono/html';
import type { Markup } from '../shared-page/page.ts';

/** What stands in a cell. */
export type Content = Markup | string;

/** What is above a column, and how its cells stand under each other. */
interface Column {
  readonly head: string;
  readonly isNumber: boolean;
}

/** A column of names. */
export const column = (head: string): Column => ({ head, isNumber: false });

/** A column of numbers. */
export const numbers = (head: string): Column => ({ head, isNumber: true });

/** What a row is about, then what is said of it: a cell for each of the table's columns. */
export type Row = readonly [about: Content, ...cells: Content[]];

/** `long`: names that a phone has no room for beside the numbers; they stand above them there. */
export type Names = 'short' | 'long';

/**
 * A section's table. The caption is for those who do not see the heading above it; the roles are for browsers that take a table which is
 * laid out in another way for none (Safari).
 */
export const table = (
  caption: string,
  columns: readonly Column[],
  rows: readonly Row[],
  names: Names = 'short',
): Markup =>
  html`<table role="table" ${names === 'long' ? html`class="folds"` : ''}>
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((each) => html`<th scope="col" role="columnheader" ${standing(each)}>${each.head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        ([about, ...cells]) =>
          html`<tr role="row">
            <th scope="row" role="rowheader">${about}</th>
            ${cells.map((cell, i) => html`<td role="cell" ${standing(columns[i + 1])}>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;

const standing = (column: Column | undefined): Content => (column?.isNumber ? html`class="number"` : '');
