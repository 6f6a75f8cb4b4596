import { boxStyles } from '../../page/box.styles.ts';
import { buttonStyles } from '../../page/button.styles.ts';
import { cardStyles } from './card.styles.ts';
import { hostStyles } from './host.styles.ts';
import { smallViewsStyles } from './small-views.styles.ts';
import { themeStyles } from '../../page/theme.styles.ts';

/** In this order: later ones say more of what earlier ones have begun. */
export const styles = [themeStyles, boxStyles, hostStyles, cardStyles, buttonStyles, smallViewsStyles];
