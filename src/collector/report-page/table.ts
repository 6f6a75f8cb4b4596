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

/** A section's table. The caption is for those who do not see the heading above it. */
export const table = (caption: string, columns: readonly Column[], rows: readonly Row[]): Markup =>
  html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map((each) => html`<th scope="col" ${standing(each)}>${each.head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([about, ...cells]) =>
          html`<tr>
            <th scope="row">${about}</th>
            ${cells.map((cell, i) => html`<td ${standing(columns[i + 1])}>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;

const standing = (column: Column | undefined): Content => (column?.isNumber ? html`class="number"` : '');
