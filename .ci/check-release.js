// Whether a tag may be published: check-release.js <tag>. It names the package's version, the changelog has a section of
// it with a date, and the package says where it comes from, as its provenance has to.
import { readFileSync } from 'node:fs';

const read = (file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const [tag] = process.argv.slice(2);
const { version, repository } = JSON.parse(read('package.json'));
const headings = read('CHANGELOG.md').split('\n');

const problems = [
  tag === `v${version}` ? [] : [`The tag is ${tag}, the version is ${version}.`],
  headings.some((line) => line.startsWith(`## [${version}] - `))
    ? []
    : [`CHANGELOG.md has no section ${version}.`],
  repository === undefined ? ['package.json names no repository.'] : [],
].flat();

for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
