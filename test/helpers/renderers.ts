import { html } from '../../src/render/html.ts';
import type { FormatName, Renderer } from '../../src/render/index.ts';
import { json } from '../../src/render/json.ts';
import { junit } from '../../src/render/junit.ts';
import { markdown } from '../../src/render/markdown.ts';
import { sarif } from '../../src/render/sarif.ts';
import { terminal } from '../../src/render/terminal.ts';

/** The renderer of each format. */
export const renderers: Readonly<Record<FormatName, Renderer>> = {
  terminal,
  json,
  markdown,
  html,
  sarif,
  junit,
};
