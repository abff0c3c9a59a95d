// Public repositories of different kinds, each at a commit that its history keeps.
export const repositories = [
  {
    repository: 'excalidraw/excalidraw',
    commit: '4872083c044491b6d5c96ae134a75464f96d6831',
    kind: 'React app in a monorepo, TypeScript',
  },
  {
    repository: 'parse-community/parse-server',
    commit: '7ea2a2953e9202d43ddb53ded309fbd26245d45c',
    kind: 'Node service, JavaScript, some of it Flow',
  },
  {
    repository: 'expressjs/express',
    commit: 'a3714473feb3d2908add734d340e7755fd85e0a3',
    kind: 'small Node library, JavaScript, more tests than code',
  },
  {
    repository: 'lodash/lodash',
    commit: '9429a4ee03056e5b7be9a85a54571d7630f05983',
    kind: 'legacy JavaScript in one huge file, with vendored code',
  },
  {
    repository: 'jquery/jquery',
    commit: '51eb576cca6ffce252dc152bf8e91d5230a0d887',
    kind: 'legacy JavaScript for browsers',
  },
  {
    repository: 'typescript-eslint/typescript-eslint',
    commit: '56c9ed90d0aee0b5a71cfc39fc76b715b82e3ea8',
    kind: 'monorepo, TypeScript, test-heavy, fixtures that are broken on purpose',
  },
  {
    repository: 'vuejs/core',
    commit: 'e2bede96134f757aad5c5b33ac9be055022dbfc8',
    kind: 'framework in a monorepo, TypeScript',
  },
  {
    repository: 'date-fns/date-fns',
    commit: 'dd66398305c2b015fba3c1b3d31ccff42ee8d4cf',
    kind: 'library of many small files, TypeScript',
  },
  {
    repository: 'stripe/stripe-node',
    commit: '663942164d3876f04bb26617b88f498ba785e580',
    kind: 'generated TypeScript, most of the tree',
  },
  {
    repository: 'prettier/prettier',
    commit: '4f84a934201322ca87750e2b9b25baf296da6560',
    kind: 'JavaScript, thousands of fixtures in every syntax there is',
  },
];
