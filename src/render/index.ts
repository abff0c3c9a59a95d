export { escapeText } from '../text/escape-text.ts';
export { toSafeJson } from '../text/safe-json.ts';
export { type FormatName, formatNames } from './format-names.ts';
export { type CommentOptions, renderComment } from './markdown.ts';
export type { Renderer, RenderOptions } from './renderer.ts';
