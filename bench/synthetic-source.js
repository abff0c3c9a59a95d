/**
 * Source code that looks like some: functions of different length, nesting and conditions. The same numbers give the
 * same text.
 * @param {number} seed
 * @param {number} functions
 */
export function syntheticSource(seed, functions) {
  const parts = Array.from({ length: functions }, (_, index) => functionText(seed * 1_000 + index));
  return `${parts.join('\n')}\n`;
}

function functionText(number) {
  const name = `step${number}`;
  const branches = Array.from({ length: (number % 5) + 1 }, (_, index) => branchText(number, index));
  return [
    `/** Does what step ${number} asks for. */`,
    `export function ${name}(orders: readonly Order[], limit = ${number % 97}): number {`,
    '  let total = 0;',
    ...branches,
    '  return total;',
    '}',
  ].join('\n');
}

function branchText(number, index) {
  const field = ['price', 'weight', 'discount', 'quantity'][(number + index) % 4];
  return [
    `  for (const { ${field}, items = [] } of orders) {`,
    `    if (${field} > limit && items.length !== ${index}) {`,
    `      total += items.reduce((sum, item) => sum + (item?.${field} ?? ${number % 13}), 0);`,
    '    }',
    '  }',
  ].join('\n');
}
