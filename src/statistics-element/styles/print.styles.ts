import { css } from '../../page/css.ts';

/** On paper: title, period, map, table, source. Nothing to press; shades and patterns keep their colours. */
export const printStyles = css`
  @media print {
    :host {
      color-scheme: light !important;
      font-size: 10pt;
    }
    .card {
      padding: 0;
      border: 0;
    }
    .choices,
    .readout,
    .buttons,
    .arrow,
    .outline.pointed,
    .all > .fine {
      display: none;
    }
    .printed {
      display: block;
      margin-block: 1em;
      font-weight: 600;
    }
    /* Blocks alone: a grid that goes on to the next page lays what follows over its last rows (seen in Chromium). */
    .card,
    .body,
    .columns,
    .detail,
    .all {
      display: block;
      align-content: normal;
    }
    .body > *,
    .detail > * {
      margin-block-start: 1em;
    }
    .detail h3 {
      margin: 0;
    }
    .detail h3 + .fine {
      margin-block-start: 0;
    }
    .map {
      float: inline-start;
      inline-size: 44%;
      margin-inline-end: 1.5em;
    }
    .charts {
      clear: both;
      padding-block-start: 1em;
      grid-template-columns: 1fr 1fr;
    }
    .chart text {
      font-size: 14px;
    }
    .figures {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    .map,
    .chart,
    .charts figure,
    .whiskers,
    .tile,
    .standing,
    .simulated,
    .paired,
    .swatch {
      print-color-adjust: exact;
      break-inside: avoid;
    }
    .all {
      break-before: page;
    }
    tr {
      break-inside: avoid;
    }
    thead {
      display: table-header-group;
    }
    /* Heads that are boxes of buttons are left out on every page but the first. */
    button.sort {
      display: contents;
    }
    button.name {
      min-block-size: 0;
      padding-block: 0.125em;
      color: inherit;
    }
    th,
    td {
      padding-block: 0.125em;
    }
    thead th[aria-sort] {
      padding: 0.5em 0.714em;
    }
    table {
      font-size: 8.5pt;
    }
    td.plot {
      inline-size: 12%;
    }
  }
`;
