import type { FormatName } from './format-names.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import type { Renderer } from './renderer.ts';
import { terminal } from './terminal.ts';

/** The renderer of each format. */
export const renderers: Readonly<Record<FormatName, Renderer>> = { terminal, json, markdown };

export { escapeStrings, escapeText } from '../text/escape-text.ts';
export { toSafeJson } from '../text/safe-json.ts';
export { type FormatName, formatNames } from './format-names.ts';
export { type CommentOptions, renderComment } from './markdown.ts';
export type { Renderer, RenderOptions } from './renderer.ts';
