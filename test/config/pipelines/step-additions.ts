/** What comes out is what went in, with `STEP` where that stands. */
export const additions: Readonly<Record<string, string>> = {
  'an empty file': `pipelines:
  pull-requests:
    "**":
      STEP
`,
  'a file of comments': `# Our pipelines will stand here.

pipelines:
  pull-requests:
    "**":
      STEP
`,
  'a file without pipelines': `image: node:22   # the runtime
options: { max-time: 10 }

pipelines:
  pull-requests:
    "**":
      STEP
`,
  'pipelines without a value': `pipelines: # to come
  # none yet
  pull-requests:
    "**":
      STEP
definitions:
  caches:
    npm-cache: ~/.npm
`,
  'pipelines of branches alone': `pipelines:
    default:
        - step:
              script: [npm ci, npm test]   # short
        # - step: commented out
    pull-requests:
        "**":
            STEP

# the end
`,
  'other branches than all': `pipelines:
  pull-requests:
    feature/*:
      - step: { script: [npm test] }
    "**":
      STEP
  tags:
    v*: [{ step: { script: [npm publish] } }]
`,
  'a list for all branches': `pipelines:
  pull-requests:
    '**': # every pull request
      # first the tests
      - step:
          name:   Test
          script:
            - npm ci
            - npm test
            # - npm run slow
      STEP
    # then the others
    hotfix/*:
      - step:
          script: [npm test]
`,
  'a list that is not indented': `pipelines:
  pull-requests:
    '**':
    - step:
        script:
        - npm test
    STEP
`,
  'a parallel group': `pipelines:
  pull-requests:
    "**":
      - parallel:
          fail-fast: true
          steps:
            - step: { script: [npm test] }
            - step: { script: [npm run lint] }
      STEP
`,
  'a parallel group in its old form': `pipelines:
  pull-requests:
    "**":
      - parallel:
        - step: { script: [npm test] }
        - step: { script: [npm run lint] }
      STEP
`,
  'a stage': `pipelines:
  pull-requests:
    "**":
      - stage:
          name: Build and test
          steps:
            - step:
                script: [npm test]
      STEP
`,
  'anchors and merges inside of the list': `definitions:
  steps:
    - step: &test
        name: Test
        script: &install
          - npm ci
pipelines:
  default:
    - step: *test
  pull-requests:
    '**':
      - step:
          <<: *test
          name: Test of a pull request
      - step: *test
      STEP
  branches:
    main:
      - step: { <<: *test, name: Main }
`,
  'a block of text at the end': `pipelines:
  pull-requests:
    '**':
      - step:
          script:
            - |
              npm ci

              npm test # not a comment of YAML
            - >-
              npm run
              lint
      STEP
`,
  'tabs where YAML allows them': `pipelines:
  pull-requests:
    '**':
      - step:	# a tab
          script:
            - "printf 'a\tb'"	# and one more
      STEP
`,
  'a document that is marked as one': `%YAML 1.2
---
pipelines:
  pull-requests:
    '**':
      - step: { script: [npm test] }
      STEP
...
`,
  'a list without an item': `pipelines:
  pull-requests:
    '**':
      STEP
  default:
    - step: { script: [npm test] }
`,
  'a pattern in another style of quotes': `pipelines:
  pull-requests:
    ? "**"
    : - step: { script: [npm test] }
      STEP
`,
  'comments beside the step before': `pipelines:
  pull-requests:
    '**':
      - step:
          script:
            - npm test
          # artifacts:
          #   - dist/**

      # more steps, one day
      STEP

  # for the branches
  branches: {}
`,
};
