import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './create-repository.ts';

afterAll(removeTemporaryFolders);
