/** Profiles are bundled as the text that they are. */
declare module '*.yml' {
  const text: string;
  export default text;
}
