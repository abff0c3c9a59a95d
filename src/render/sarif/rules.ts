import type { ReportingDescriptor, Result } from 'sarif';
import type { GateName, Severity } from '../../model/profile.ts';
import type { ReviewGateResult } from '../../model/review.ts';
import { type Smell, smells } from '../../smells/index.ts';
import { limitKey } from '../../smells/limit-key.ts';
import { gateWords } from '../gate-words.ts';
import { renderSmellPage } from '../smell-page.ts';

const levels = { critical: 'error', advisory: 'warning' } as const satisfies Record<Severity, Result.level>;

/** How much a finding of a severity matters to a viewer. */
export function levelOf(severity: Severity): Result.level {
  return levels[severity];
}

/** Every smell that is known, in the order of the documentation; behind them every gate. */
export const rules: readonly ReportingDescriptor[] = [
  ...smells.map(toRule),
  ...(Object.keys(gateWords) as readonly (GateName | ReviewGateResult['gate'])[]).map(toGateRule),
];

const indices = new Map(rules.map(({ id }, index) => [id, index]));

/** The rule of a result; without its index where this version does not know the id. */
export function ruleOf(ruleId: string): Pick<Result, 'ruleId' | 'ruleIndex'> {
  const ruleIndex = indices.get(ruleId);
  return ruleIndex === undefined ? { ruleId } : { ruleId, ruleIndex };
}

function toRule(smell: Smell): ReportingDescriptor {
  const { id, summary, why, severity, level } = smell;
  return {
    id,
    name: toPascalCase(id),
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} ${why}` },
    help: { text: renderSmellPage(smell, 100), markdown: describeInMarkdown(smell) },
    defaultConfiguration: { level: levelOf(severity) },
    properties: { tags: ['maintainability', 'code-smell', level], smell: smell.name, severity },
  };
}

/** The id of the rule that stands for a gate; no smell has one that begins so. */
export function gateRuleId(gate: string): string {
  return `gate-${gate}`;
}

/** A gate that judges scores or coverage fails on what no smell is found in: such a condition is a result of its own. */
function toGateRule(gate: GateName | ReviewGateResult['gate']): ReportingDescriptor {
  const id = gateRuleId(gate);
  const text = gateWords[gate];
  return {
    id,
    name: toPascalCase(id),
    shortDescription: { text },
    fullDescription: { text: `${text} A gate of the quality profile, or of the review.` },
    help: { text: `${text} The quality profile, or the option of the review, sets its limit.` },
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['maintainability', 'quality-gate'] },
  };
}

/** `deep-nested-complexity` → `DeepNestedComplexity` */
function toPascalCase(id: string): string {
  return id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function describeInMarkdown({ summary, why, fix, limits, notes, examples, references }: Smell): string {
  const limitRows = Object.entries(limits).map(
    ([name, limit]) => `- \`${limitKey(name)}: ${limit.default}\` (${limit.unit}). ${limit.description}`,
  );
  const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');
  return [
    summary,
    `**Why it matters.** ${why}`,
    `**What to do.** ${fix}`,
    `**Limits**\n\n${limitRows.join('\n')}`,
    ...(notes.length === 0 ? [] : [`**Good to know**\n\n${list(notes)}`]),
    `**Smells**\n\n${fence(examples.bad)}`,
    `**Better**\n\n${fence(examples.good)}`,
    `**Read more**\n\n${list(references)}`,
  ].join('\n\n');
}

/** No example has a fence of its own: they are TypeScript. */
function fence(code: string): string {
  return `\`\`\`\`ts\n${code}\n\`\`\`\``;
}
