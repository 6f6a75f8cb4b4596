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
      font-weight: 600;
    }
    .columns {
      grid-template-columns: minmax(0, 4fr) minmax(0, 5fr);
      gap: 1em 1.5em;
    }
    .figures {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    .map,
    .chart,
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
    button.sort,
    button.name {
      min-block-size: 0;
      padding-block: 0.125em;
      color: inherit;
    }
    th,
    td {
      padding-block: 0.125em;
    }
    table {
      font-size: 8.5pt;
    }
    td.plot {
      inline-size: 12%;
    }
  }
`;
