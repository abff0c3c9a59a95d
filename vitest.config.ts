import { defineConfig } from 'vitest/config';

/** As in the build: a YAML file is imported as its text. */
const yamlAsText = {
  name: 'yaml-as-text',
  enforce: 'pre' as const,
  transform: (text: string, id: string) =>
    id.endsWith('.yml') ? { code: `export default ${JSON.stringify(text)};`, map: null } : undefined,
};

export default defineConfig({
  plugins: [yamlAsText],
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'coverage/test-results.json' },
  },
});
