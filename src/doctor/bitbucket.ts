import type { BitbucketFacts, CredentialFacts, DiagnosisLine, PlaceFacts } from '../model/diagnosis.ts';
import type { ConnectionKind, PlatformName } from '../model/platform.ts';
import { missing, ok, troubled, warning } from './line.ts';
import { diagnosePermissions } from './permissions.ts';
import { tokenFor, whereNeeded } from './publishing.ts';

const kindNames: Readonly<Record<ConnectionKind, string>> = {
  'access-token': 'access token',
  'api-token': 'API token',
  pipelines: 'Pipelines proxy',
  'data-center': 'HTTP access token',
};

const platformNames: Readonly<Record<PlatformName, string>> = {
  'bitbucket-cloud': 'Bitbucket Cloud',
  'bitbucket-data-center': 'Bitbucket Data Center',
};

/** Address, credentials, permissions: what publishing needs. */
export function diagnoseBitbucket(facts: PlaceFacts): readonly DiagnosisLine[] {
  const { bitbucket, kind } = facts;
  return [
    diagnoseApi(bitbucket),
    ...bitbucket.credentials.map(diagnoseCredentials),
    ...bitbucket.leftovers.map((said) => warning('leftover', said)),
    diagnoseConnection(bitbucket, kind === 'pull-request'),
    ...diagnoseRepository(facts),
    ...diagnosePermissions(facts),
  ];
}

function diagnoseApi({ api }: BitbucketFacts): DiagnosisLine {
  if ('trouble' in api) return troubled('API', api.trouble);
  const { url, platform } = api.found;
  return ok('API', `${url} (${platformNames[platform]})`);
}

function diagnoseCredentials({ kind, source }: CredentialFacts): DiagnosisLine {
  const subject = kindNames[kind];
  if (source === null) return ok(subject, kind === 'pipelines' ? 'not here' : 'not set');
  if ('trouble' in source) return troubled(subject, source.trouble);
  return ok(subject, kind === 'pipelines' ? source.found : `${source.found}: set`);
}

function diagnoseConnection({ connection, api }: BitbucketFacts, isOn: boolean): DiagnosisLine {
  if ('trouble' in connection) return troubled('connection', connection.trouble);
  if (connection.found !== null) return ok('connection', `${connection.found} is used`);
  return isOn
    ? missing('connection', 'No credentials for Bitbucket: nothing can be published.', tokenFor(api))
    : ok('connection', 'none: only the pipeline of a pull request publishes by itself');
}

/** Without a connection it does not matter either. */
function diagnoseRepository({ bitbucket, kind }: PlaceFacts): readonly DiagnosisLine[] {
  const { repository, connection } = bitbucket;
  if (repository !== null) return [ok('repository there', repository)];
  if ('found' in connection && connection.found === null) return [];
  return [
    {
      subject: 'repository there',
      mark: whereNeeded({ bitbucket, kind }),
      found: 'Neither the variables nor the address of origin name a repository of Bitbucket.',
      remedies: [{ say: 'Give --workspace and --repo.' }],
    },
  ];
}
