import { css } from '../../page/css.ts';

/** The table in narrow places: its spread is left out, then each row is folded into two lines. */
export const narrowTableStyles = css`
  /* Paper has room. */
  @media screen {
    @container (max-width: 63.99em) {
      .spread {
        display: none;
      }
    }
    @container (max-width: 53.99em) {
      table,
      tbody {
        display: block;
      }
      thead tr {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.25em;
        padding-block-end: 0.5em;
        border-block-end: 2px solid var(--_edge);
      }
      thead,
      thead th {
        display: block;
        border: 0;
      }
      thead th:not([aria-sort]) {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        padding: 0;
        clip-path: inset(50%);
      }
      button.sort small {
        display: inline;
      }
      tbody tr {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 0 0.75em;
        padding: 0.25em 0.25em 0.625em;
        border-block-end: 1px solid var(--_line);
      }
      tbody tr.chosen,
      tbody tr:hover {
        background: color-mix(in srgb, var(--_accent) 8%, var(--_surface));
      }
      tbody tr > *,
      tbody tr.chosen > *,
      tbody tr:hover > * {
        padding: 0;
        border: 0;
        background: none;
      }
      td.value {
        font-size: 1.25em;
      }
      td.plot {
        grid-column: 1;
        inline-size: auto;
      }
      td.interval {
        grid-row: 2;
        grid-column: 2;
      }
      td.interval.none,
      td.interval.none + td.plot {
        display: none;
      }
      td.votes,
      td.ipv6,
      td.places {
        color: var(--_soft);
        font-size: 0.875em;
        text-align: start;
      }
      td.ipv6,
      td.places {
        text-align: end;
      }
      td.votes::before,
      td.ipv6::before,
      td.places::before {
        content: attr(data-name) ':\u00a0';
      }
      td.verdict {
        grid-column: 1;
        grid-row: auto;
      }
      td.places {
        grid-column: 2;
      }
    }
  }
`;
