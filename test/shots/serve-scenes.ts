import { join } from 'node:path';
import { bundleExamples } from '../../demo/bundle-examples.ts';
import { bundleScenes } from '../../demo/bundle-scenes.ts';
import { serveWritten } from '../drive/serve-folder.ts';

interface Served {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** The page of the scenes as `npm start` serves it, with the built element, and nothing else. */
export const serveScenes = async (): Promise<Served> => {
  const { origin, close } = await serveWritten((folder) => bundleScenes(join(folder, 'scenes')));
  return { address: `${origin}/scenes/`, close };
};

/** The page of the examples, likewise; its engine is the scenes'. */
export const serveExamples = async (): Promise<Served> => {
  const { origin, close } = await serveWritten(async (folder) => {
    await bundleScenes(join(folder, 'scenes'));
    await bundleExamples(join(folder, 'examples'));
  });
  return { address: `${origin}/examples/`, close };
};
