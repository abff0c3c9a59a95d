/** What a token is recognised by: the class of its first character. */
export const characterClass = {
  space: 0,
  word: 1,
  quote: 2,
  backtick: 3,
  slash: 4,
  operator: 5,
  punctuation: 6,
} as const;

const classes = new Uint8Array(128).fill(characterClass.punctuation);
classes.fill(characterClass.space, 0, 33);
for (const character of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$#@\\') {
  classes[character.charCodeAt(0)] = characterClass.word;
}
for (const character of '=!<&|?+-*%^.') classes[character.charCodeAt(0)] = characterClass.operator;
for (const character of '"\'') classes[character.charCodeAt(0)] = characterClass.quote;
classes['`'.charCodeAt(0)] = characterClass.backtick;
classes['/'.charCodeAt(0)] = characterClass.slash;

/** White space beyond ASCII: no-break spaces, the byte order mark, line and paragraph separator. */
const wideSpace = /[\s\ufeff]/;

export function classifyCharacter(unit: number): number {
  if (unit < 128) return classes[unit] as number;
  return wideSpace.test(String.fromCharCode(unit)) ? characterClass.space : characterClass.word;
}
