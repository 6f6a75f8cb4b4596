import { html } from 'lit';
import type { Panel, PanelContext } from './panel.ts';

export const openPanel = (context: PanelContext): Panel => ({
  render: () => html`<section part="panel"><button type="button" @click=${context.close}>x</button></section>`,
});
