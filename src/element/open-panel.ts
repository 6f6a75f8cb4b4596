import type { Panel, PanelContext, PanelName } from './later/panel.ts';
import type { PartsController } from './parts-controller.ts';
import type { VisitController } from './visit-controller.ts';

/** Opens a panel; null while its part has yet to come. */
export const openPanel = (
  name: PanelName,
  parts: PartsController,
  {
    visit,
    collector,
    isShared,
    repaint,
  }: Pick<PanelContext, 'collector' | 'isShared' | 'repaint'> & { readonly visit: VisitController },
): Panel | null => {
  const context: PanelContext = {
    collector,
    isShared,
    repaint,
    get result() {
      return visit.result;
    },
    get delivery() {
      return visit.delivery;
    },
    get place() {
      return visit.place;
    },
    get storage() {
      return visit.storage;
    },
    choose: (choices) => visit.choose(choices),
    close: () => visit.open(null),
  };
  return parts.get(name)?.openPanel(context) ?? null;
};
