/** The manifest names what is public: events of the elements' own prefixes, not the internal dispatches the analyzer also sees. */
const ownEvents = {
  name: 'own-events',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations } of customElementsManifest.modules)
      for (const declaration of declarations ?? [])
        declaration.events = declaration.events?.filter(({ name }) => /^i-speed-(test|statistics)-/.test(name ?? ''));
  },
};

export default {
  globs: ['src/element/*-element.ts', 'src/statistics-element/*-element.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [ownEvents],
};
