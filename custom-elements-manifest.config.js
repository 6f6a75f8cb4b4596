/** The manifest names what is public: events of the element's own prefix, not the internal dispatches the analyzer also sees. */
const ownEvents = {
  name: 'own-events',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations } of customElementsManifest.modules)
      for (const declaration of declarations ?? [])
        declaration.events = declaration.events?.filter(({ name }) => name?.startsWith('i-speed-test-'));
  },
};

export default {
  globs: ['src/element/*-element.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [ownEvents],
};
