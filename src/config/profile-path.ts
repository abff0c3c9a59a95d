/** Where a repository keeps its quality profile, relative to the root. */
export const profilePath = '.codescene/quality-profile.yml';
