import type { AnnouncedPlace } from '../context/index.ts';
import { UsageError } from '../errors.ts';
import {
  type ConnectionRequest,
  type ConnectionResolution,
  resolveConnection,
} from '../publish/connection.ts';
import { isBuiltInPreset, type ProfileConnections } from '../publish/connection-preset.ts';

/** The presets of the profile in force, and whose profile that is. */
export interface ProfilePresets {
  readonly connections: ProfileConnections;
  /** Whether the judged change brings the profile along. */
  readonly isOwn: boolean;
}

/** What flags and environment say of the connection. */
export interface ConnectionChoice {
  readonly env: ConnectionRequest['env'];
  readonly connection: string;
  readonly apiUrl?: string | undefined;
  readonly dryRun?: boolean | undefined;
}

/**
 * The connection that a run publishes through. What is only shown needs no credentials.
 *
 * A preset of the profile says where a token goes. So it counts only where the profile is not the pull request's own:
 * else whoever opens one could have the token sent to a server of theirs.
 * @param presets `null` where no profile is known
 * @throws UsageError for a connection that does not exist, may not be used here, or lacks its variables
 */
export function chooseConnection(
  { pullRequest, inPipeline }: Pick<AnnouncedPlace, 'pullRequest' | 'inPipeline'>,
  presets: ProfilePresets | null,
  { env, connection, apiUrl, dryRun = false }: ConnectionChoice,
): ConnectionResolution {
  if (!isBuiltInPreset(connection) && presets?.isOwn === true && pullRequest !== null) {
    throw new UsageError(
      `The connection ${JSON.stringify(connection)} stands in a profile that the pull request itself brings along.`,
      {
        reason: 'It is not used from there: a change could have the token sent to another server.',
        hint: "Add --profile-from target, so that the target's profile holds.",
      },
    );
  }
  const { connections = {} } = presets ?? {};
  return resolveConnection({ env, preset: connection, presets: connections, apiUrl, inPipeline, dryRun });
}
