import type { DevToolsPage } from '../drive/browser.ts';

/** What of the element is alive in a page after its garbage was collected. */
export interface Left {
  readonly elements: number;
  /** Objects of the page; the threads behind them end with `terminate()`. */
  readonly workers: number;
  readonly threads: number;
  /** Of all documents, in the page or not. */
  readonly nodes: number;
  readonly listeners: number;
  /** By name. */
  readonly onWindow: readonly string[];
  readonly onDocument: readonly string[];
}

/** Finalizers and the last tasks of closed frames take their time. */
const SETTLE_MS = 1500;

interface RemoteObject {
  readonly objectId: string;
}

export const countLeft = async ({ send }: DevToolsPage): Promise<Left> => {
  const objectOf = async (expression: string): Promise<string> => {
    const { result } = await send('Runtime.evaluate', { expression });
    return (result as RemoteObject).objectId;
  };
  const alive = async (prototype: string): Promise<number> => {
    const { objects } = await send('Runtime.queryObjects', {
      prototypeObjectId: await objectOf(prototype),
      objectGroup: 'count',
    });
    const { result } = await send('Runtime.callFunctionOn', {
      objectId: (objects as RemoteObject).objectId,
      functionDeclaration: 'function () { return this.length; }',
      returnByValue: true,
    });
    await send('Runtime.releaseObjectGroup', { objectGroup: 'count' });
    return (result as { readonly value: number }).value;
  };
  const listenersOf = async (target: string): Promise<readonly string[]> => {
    const { listeners } = await send('DOMDebugger.getEventListeners', { objectId: await objectOf(target) });
    return (listeners as readonly { readonly type: string }[]).map(({ type }) => type).sort();
  };
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  for (let turn = 0; turn < 3; turn++) await send('HeapProfiler.collectGarbage');
  const elements = await alive(`customElements.get('i-speed-test').prototype`);
  const workers = await alive('Worker.prototype');
  const { targetInfos } = await send('Target.getTargets', { filter: [{ type: 'worker' }] });
  await send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await send('Memory.getDOMCounters');
  return {
    elements,
    workers,
    threads: (targetInfos as readonly unknown[]).length,
    nodes: nodes as number,
    listeners: jsEventListeners as number,
    onWindow: await listenersOf('window'),
    onDocument: await listenersOf('document'),
  };
};
