import type {
  BitbucketFacts,
  CredentialFacts,
  CredentialKind,
  DiagnosisLine,
  PlaceFacts,
} from '../model/diagnosis.ts';
import { missing, ok, troubled, warning } from './line.ts';
import { diagnosePermissions } from './permissions.ts';
import { addToken, whereNeeded } from './publishing.ts';

const kindNames: Readonly<Record<CredentialKind, string>> = {
  'access-token': 'access token',
  'api-token': 'API token',
  pipelines: 'Pipelines proxy',
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
  if (platform === 'cloud') return ok('API', `${url} (Bitbucket Cloud)`);
  return warning(
    'API',
    `${url} (Bitbucket Data Center): its permissions are not asked for; publishing says what is missing.`,
    { say: 'For Bitbucket Cloud, give --api-url https://api.bitbucket.org/2.0, or leave it out.' },
  );
}

function diagnoseCredentials({ kind, source }: CredentialFacts): DiagnosisLine {
  const subject = kindNames[kind];
  if (source === null) return ok(subject, kind === 'pipelines' ? 'not here' : 'not set');
  if ('trouble' in source) return troubled(subject, source.trouble);
  return ok(subject, kind === 'pipelines' ? source.found : `${source.found}: set`);
}

function diagnoseConnection({ connection }: BitbucketFacts, isOn: boolean): DiagnosisLine {
  if ('trouble' in connection) return troubled('connection', connection.trouble);
  if (connection.found !== null) return ok('connection', `${connection.found} is used`);
  return isOn
    ? missing('connection', 'No credentials for Bitbucket: nothing can be published.', addToken)
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
      found: 'Neither the variables nor the address of origin name a repository of Bitbucket Cloud.',
      remedies: [{ say: 'Give --workspace and --repo.' }],
    },
  ];
}
