/** Vite turns such an import into a constructor whose worker script is part of the bundle. */
declare module '*?worker&inline' {
  const InlineWorker: new () => Worker;
  export default InlineWorker;
}
