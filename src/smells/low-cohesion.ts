import { defineFileSmell } from './define-smell.ts';

export const lowCohesion = defineFileSmell({
  id: 'low-cohesion',
  name: 'Low Cohesion',
  severity: 'critical',
  summary: 'A class consists of groups of functions that have nothing to do with each other.',
  why: 'The groups share neither state nor calls: they are several classes under one name. Each is changed for reasons of its own, so the class changes often, and whoever works on one part has to read past the others.',
  fix: 'Give each group a class or a module with a name of its own. Begin with the group that changes most, and move what needs no state out as plain functions.',
  limits: {
    maxCohesionGroups: {
      default: 3,
      unit: 'groups',
      description:
        'Most allowed groups of functions in a class that share neither fields nor calls (LCOM4). Our limit, for that of CodeScene is not public.',
    },
    minFunctions: {
      default: 10,
      unit: 'functions',
      description: 'Fewest functions of a class that is judged; our limit.',
    },
  },
  examples: {
    limits: { maxCohesionGroups: 1, minFunctions: 4 },
    bad: `
export class Account {
  private balance = 0;
  private theme = 'light';

  deposit(amount: number): void {
    this.balance += amount;
  }

  withdraw(amount: number): void {
    this.balance -= amount;
  }

  switchTheme(): void {
    this.theme = this.isDark() ? 'light' : 'dark';
  }

  isDark(): boolean {
    return this.theme === 'dark';
  }
}
`,
    good: `
export class Account {
  private balance = 0;

  deposit(amount: number): void {
    this.balance += amount;
  }

  withdraw(amount: number): void {
    this.balance -= amount;
  }
}

export class Appearance {
  private theme = 'light';

  switchTheme(): void {
    this.theme = this.isDark() ? 'light' : 'dark';
  }

  isDark(): boolean {
    return this.theme === 'dark';
  }
}
`,
  },
  notes: [
    'LCOM4 as Hitz and Montazeri define it. In no group are the constructor, static functions, functions that use no member and that none uses (interfaces and frameworks ask for such), and those that only return or set one field; a function that shares nothing is no group by itself. This and the limit are ours: the definition of CodeScene is not public.',
    'Only classes are judged: functions of a module share no state by design.',
  ],
  references: [
    'Hitz and Montazeri, Measuring Coupling and Cohesion in Object-Oriented Systems (1995): LCOM4',
    'Fowler, Refactoring: "Divergent Change", "Extract Class"',
  ],
  detect: ({ classes }, { maxCohesionGroups: limit, minFunctions }) =>
    classes
      .filter(({ functions, cohesionGroups }) => functions >= minFunctions && cohesionGroups > limit)
      .map(({ name, line, endLine, cohesionGroups: measured }) => ({
        measured,
        limit,
        line,
        endLine,
        subject: name,
      })),
  message: ({ subject, measured, limit }) =>
    `${subject} has ${measured} groups of functions that share nothing (limit ${limit})`,
});
