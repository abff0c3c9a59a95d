import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { profileSchemaFile, starterProfile } from '../../src/config/starter/index.ts';
import { resolveText } from './create-files.ts';

describe('the profile to begin with', () => {
  it('says what bare-minimum says', async () => {
    const [own, builtIn] = await Promise.all([
      resolveText(starterProfile.text),
      resolveText('version: 1\nextends: bare-minimum\n'),
    ]);
    const values = ({ values }: typeof own) => values.map(({ key, value }) => [key, value]);
    expect(values(own)).toEqual(values(builtIn));
    expect(own.warnings).toEqual([]);
  });

  it('shows settings that are right, and that have an effect', async () => {
    const text = starterProfile.text.replaceAll(/^# ( *(?:- )?[a-z-]+:(?: [[{"o].*)?)$/gm, '$1');
    expect(text).toContain('\noverrides:\n  - files: ');
    const { values, warnings } = await resolveText(text);
    expect(warnings).toEqual([]);
    expect(values.find(({ key }) => key === 'gates.new-code-health')?.value).toBe('min-score: 9.5');
  });

  it('names the schema that is written beside it', () => {
    const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(starterProfile.text) ?? [];
    expect(path.posix.join(path.posix.dirname(starterProfile.path), schema)).toBe(profileSchemaFile().path);
  });

  it('has the schema that the package ships', () => {
    const shipped = new URL('../../schemas/quality-profile.schema.json', import.meta.url);
    expect(profileSchemaFile().text).toBe(readFileSync(shipped, 'utf8'));
  });
});
