export { parseResult } from './parse-result.ts';
export { formatPartial, parsePartial } from './partial-file.ts';
export { formatRatchet, parseRatchet } from './ratchet-file.ts';
export { resultJsonSchema } from './result-json-schema.ts';
export { resultSchema } from './result-schema.ts';
export { reviewSchema } from './review-schema.ts';
