import { Argument, type Command } from 'commander';
import type { ProcessLike } from './process-like.ts';

/** `schema profile · result`: prints a JSON Schema. */
export function addSchemaCommand(program: Command, host: ProcessLike): void {
  program
    .command('schema')
    .description('print the JSON Schema of the quality profile or of the result file')
    .addArgument(new Argument('<name>', 'which schema').choices(['profile', 'result']))
    .action(async (name: 'profile' | 'result') => {
      const schema = await loadSchema(name);
      host.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
    });
}

async function loadSchema(name: 'profile' | 'result'): Promise<unknown> {
  if (name === 'profile') {
    const { profileJsonSchema } = await import('../config/profile-json-schema.ts');
    return profileJsonSchema();
  }
  const { resultJsonSchema } = await import('../result/index.ts');
  return resultJsonSchema();
}
