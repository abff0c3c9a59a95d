/** The only file that loads the compiler: everything else takes it from here. */
import { ts } from 'ts-morph';

export { ts };
