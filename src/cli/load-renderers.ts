import type { FormatName, Renderer } from '../render/index.ts';

/** The renderer of each format: what only one of them needs is loaded with that one. */
const loaders: Readonly<Record<FormatName, () => Promise<Renderer>>> = {
  terminal: async () => (await import('../render/terminal.ts')).terminal,
  json: async () => (await import('../render/json.ts')).json,
  markdown: async () => (await import('../render/markdown.ts')).markdown,
  html: async () => (await import('../render/html.ts')).html,
  sarif: async () => (await import('../render/sarif.ts')).sarif,
  junit: async () => (await import('../render/junit.ts')).junit,
};

/** Loads the renderers of some formats. */
export async function loadRenderers(
  formats: readonly FormatName[],
): Promise<ReadonlyMap<FormatName, Renderer>> {
  const wanted = [...new Set(formats)];
  return new Map(await Promise.all(wanted.map(async (format) => [format, await loaders[format]()] as const)));
}
