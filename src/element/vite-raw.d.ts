/** Vite turns such an import into the file's text. */
declare module '*?raw' {
  const text: string;
  export default text;
}
