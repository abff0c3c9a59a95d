/** Profiles, and the style and script of the HTML report, are bundled as the text that they are. */
declare module '*.yml' {
  const text: string;
  export default text;
}

declare module '*.css' {
  const text: string;
  export default text;
}

declare module '*.txt' {
  const text: string;
  export default text;
}
