import { cardStyles } from './card.styles.ts';
import { themeStyles } from './theme.styles.ts';

export const styles = [themeStyles, cardStyles];
