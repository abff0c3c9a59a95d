export { isBuiltInName } from './built-in/names.ts';
export { type BuiltInProfile, defaultProfileName, listBuiltInProfiles } from './built-in-profiles.ts';
export { importProfile } from './codescene-files/import-profile.ts';
export { type CodesceneFiles, findCodesceneFiles, namesOf } from './codescene-files/read-codescene-files.ts';
export { formatProblem } from './format-problem.ts';
export type { ProfileFile, ReadFile } from './load-layers.ts';
export { parseProfile } from './parse-profile.ts';
export {
  addStep,
  pipelinesPath,
  type StepAddition,
  stepLines,
  stepOnlyText,
} from './pipelines/index.ts';
export { profileJsonSchema } from './profile-json-schema.ts';
export {
  codesceneFilesName,
  codesceneGatesPath,
  codesceneRulesPath,
  profilePath,
  profilePaths,
} from './profile-path.ts';
export { type ProfileRequest, resolveProfile } from './resolve-profile.ts';
export { profileSchemaFile, type StarterFile, starterProfile } from './starter/index.ts';
export { UnreadableProfile, unreadableProfileError } from './unreadable-profile.ts';
