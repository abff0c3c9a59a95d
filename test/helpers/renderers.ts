import { html } from '../../src/render/html.ts';
import type { FormatName, Renderer } from '../../src/render/index.ts';
import { json } from '../../src/render/json.ts';
import { markdown } from '../../src/render/markdown.ts';
import { terminal } from '../../src/render/terminal.ts';

/** The renderer of each format. */
export const renderers: Readonly<Record<FormatName, Renderer>> = { terminal, json, markdown, html };
