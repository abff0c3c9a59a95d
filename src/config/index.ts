// What most commands need. Parser, schema and the pipelines file are imported by their own files, late or by the few
// commands that are about them: a short run would take longer to load these than to do its work.
export { isBuiltInName } from './built-in/names.ts';
export { type BuiltInProfile, defaultProfileName, listBuiltInProfiles } from './built-in-profiles.ts';
export { type CodesceneFiles, findCodesceneFiles, namesOf } from './codescene-files/find-codescene-files.ts';
export type { ProfileFile, ReadFile } from './load-layers.ts';
export {
  codesceneFilesName,
  codesceneGatesPath,
  codesceneRulesPath,
  profilePath,
  profilePaths,
} from './profile-path.ts';
export { type ProfileRequest, resolveProfile } from './resolve-profile.ts';
export { UnreadableProfile, unreadableProfileError } from './unreadable-profile.ts';
