/** Where a repository keeps its quality profile, relative to the root. */
export const profilePath = '.codescene/quality-profile.yml';

/** CodeScene's own files, which are read where no quality profile exists or where one extends them. */
export const codesceneRulesPath = '.codescene/code-health-rules.json';
export const codesceneGatesPath = '.codescene/custom-quality-gates.json';

/** Every file that can make up the profile of a repository: whoever changes one of them may change the gate. */
export const profilePaths: readonly string[] = [profilePath, codesceneRulesPath, codesceneGatesPath];

/** What `extends` says to take what CodeScene's own files say; also the name of a profile made of them alone. */
export const codesceneFilesName = 'codescene-files';
