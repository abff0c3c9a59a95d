import { profileJsonSchema } from '../profile-json-schema.ts';
import { profilePath } from '../profile-path.ts';
import text from './quality-profile.yml';

/** A file of a repository, by its path relative to the root. */
export interface StarterFile {
  readonly path: string;
  readonly text: string;
}

/** A profile to begin with, which changes nothing of what it extends; its first line names the schema beside it. */
export const starterProfile: StarterFile = { path: profilePath, text };

/** The JSON Schema of profiles, for editors; where the first line of the profile looks for it. */
export function profileSchemaFile(): StarterFile {
  return {
    path: '.codescene/quality-profile.schema.json',
    text: `${JSON.stringify(profileJsonSchema(), null, 2)}\n`,
  };
}
