import type { ReviewReport } from '../../src/model/review.ts';
import { createRepository } from '../helpers/create-repository.ts';
import { complex, healthy, nested } from './source-code.ts';

/** Scores: `nested(4)` costs 2.0 points (9.38), `complex(12)` 1.08 (9.66). */
export function createProject() {
  const repository = createRepository();
  repository.commit('start', {
    'src/a.ts': healthy(),
    'src/deep/b.ts': nested(4),
    'src/deep/c.ts': complex(12),
    'lib/d.js': healthy(),
    'README.md': '# A project\n',
  });
  return repository;
}

/** The paths and scores of the files of a review, in its order. */
export const scoresOf = ({ files }: ReviewReport) => files.map((file) => [file.path, file.score]);
