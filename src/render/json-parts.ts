import type {
  Finding,
  GateCondition,
  GateStatus,
  ScoreBreakdown,
  SkippedFile,
  Suppression,
} from '../model/report.ts';

/** What the results of a check and of a review have in common, key by key. */
function orderCondition({ path, line, smell, measured, limit, message }: GateCondition): GateCondition {
  return { path, line, smell, measured, limit, message };
}

/** A gate of either, with its own names. */
export function orderGate<G extends string>({ gate, status, conditions }: Gate<G>): Gate<G> {
  return { gate, status, conditions: conditions.map(orderCondition) };
}

interface Gate<G> {
  readonly gate: G;
  readonly status: GateStatus;
  readonly conditions: readonly GateCondition[];
}

export function orderBreakdown({ penaltyPoints, items }: ScoreBreakdown): ScoreBreakdown {
  return {
    penaltyPoints,
    items: items.map((item) => ({
      smell: item.smell,
      function: item.function,
      line: item.line,
      penaltyPoints: item.penaltyPoints,
    })),
  };
}

export function orderFinding(finding: Finding): Finding {
  const { smell, name, severity, line, endLine, measured, limit, message } = finding;
  return { smell, name, severity, function: finding.function, line, endLine, measured, limit, message };
}

export function orderSkipped({ path, reason, line, unmeasured }: SkippedFile): SkippedFile {
  return { path, reason, line, unmeasured };
}

export function orderSuppression(suppression: Suppression): Suppression {
  const { path, line, smell, added, honoured } = suppression;
  return { path, line, smell, function: suppression.function, added, honoured };
}
