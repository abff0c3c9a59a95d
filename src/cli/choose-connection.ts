import type { CheckResult } from '../check-pull-request.ts';
import { UsageError } from '../errors.ts';
import { isJudgedByOwnProfile, type ProfileFrom } from '../pipeline/profile-side.ts';
import {
  type ConnectionRequest,
  type ConnectionResolution,
  resolveConnection,
} from '../publish/connection.ts';
import { type ConnectionPreset, connectionPresets } from '../publish/connection-preset.ts';

/** What the flags and the environment say of the connection. */
export interface ConnectionChoice {
  readonly env: ConnectionRequest['env'];
  readonly connection: string;
  readonly apiUrl?: string | undefined;
  readonly profileFrom?: ProfileFrom | undefined;
  readonly dryRun?: boolean | undefined;
}

/**
 * The connection that a run publishes through. What is only shown needs no credentials.
 *
 * A preset of the profile says where a token goes. So it counts only where the profile is not the pull request's own:
 * else whoever opens one could have the token sent to a server of theirs.
 * @throws UsageError for a connection that does not exist, may not be used here, or lacks its variables
 */
export function chooseConnection(
  { context, profile }: Pick<CheckResult, 'context' | 'profile'>,
  { env, connection, apiUrl, profileFrom, dryRun = false }: ConnectionChoice,
): ConnectionResolution {
  const isOwn = !connectionPresets.includes(connection as ConnectionPreset);
  if (isOwn && context.pullRequest !== null && isJudgedByOwnProfile(context, profileFrom)) {
    throw new UsageError(
      `The connection ${JSON.stringify(connection)} stands in the pull request's own profile.`,
      {
        reason: 'It is not used from there: a change could have the token sent to another server.',
        hint: "Add --profile-from target, so that the target's profile holds.",
      },
    );
  }
  const { inPipeline } = context;
  return resolveConnection({
    env,
    preset: connection,
    presets: profile.connections,
    apiUrl,
    inPipeline,
    dryRun,
  });
}
