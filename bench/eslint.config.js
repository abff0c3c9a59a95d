// The rules of ESLint and SonarJS that come nearest to our smells, without type information.
import sonarjs from 'eslint-plugin-sonarjs';
import tseslint from 'typescript-eslint';

export default [
  {
    files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'],
    linterOptions: { noInlineConfig: true },
    languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: { sonarjs },
    rules: {
      'sonarjs/cognitive-complexity': 'warn',
      'sonarjs/max-lines': 'warn',
      complexity: 'warn',
      'max-depth': 'warn',
      'max-params': 'warn',
      'max-lines-per-function': 'warn',
    },
  },
];
