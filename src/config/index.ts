export { isBuiltInName } from './built-in/names.ts';
export { type BuiltInProfile, defaultProfileName, listBuiltInProfiles } from './built-in-profiles.ts';
export { formatProblem } from './format-problem.ts';
export type { ProfileFile, ReadFile } from './load-layers.ts';
export { parseProfile } from './parse-profile.ts';
export { profileJsonSchema } from './profile-json-schema.ts';
export { profilePath } from './profile-path.ts';
export { type ProfileRequest, resolveProfile } from './resolve-profile.ts';
export { UnreadableProfile, unreadableProfileError } from './unreadable-profile.ts';
