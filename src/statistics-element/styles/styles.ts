import { boxStyles } from '../../page/box.styles.ts';
import { buttonStyles } from '../../page/button.styles.ts';
import { themeStyles } from '../../page/theme.styles.ts';
import { chartStyles } from './chart.styles.ts';
import { choiceStyles } from './choice.styles.ts';
import { detailStyles } from './detail.styles.ts';
import { frameStyles } from './frame.styles.ts';
import { mapStyles } from './map.styles.ts';
import { narrowTableStyles } from './narrow-table.styles.ts';
import { printStyles } from './print.styles.ts';
import { tableStyles } from './table.styles.ts';

/** In this order: later ones say more of what earlier ones have begun. */
export const styles = [
  themeStyles,
  boxStyles,
  frameStyles,
  buttonStyles,
  choiceStyles,
  mapStyles,
  detailStyles,
  chartStyles,
  tableStyles,
  narrowTableStyles,
  printStyles,
];
