import { describe, expect, it } from 'vitest';
import { chooseJobs, limitedMachine } from '../../src/measurement/choose-jobs.ts';

const GB = 1024 ** 3;

describe('the count of threads', () => {
  it('is one where there is too little to measure', () => {
    expect(chooseJobs(19_999_999, { processors: 8, memory: 16 * GB })).toBe(1);
  });

  it('is that of the processors, as far as the memory goes beside the reading thread', () => {
    expect(chooseJobs(20_000_000, { processors: 2, memory: 4 * GB })).toBe(2);
    expect(chooseJobs(20_000_000, { processors: 64, memory: 4 * GB })).toBe(7);
    expect(chooseJobs(20_000_000, { processors: 64, memory: 64 * GB })).toBe(16);
  });

  it('is one where a part of a processor or little memory is left', () => {
    expect(chooseJobs(20_000_000, { processors: 0.5, memory: 4 * GB })).toBe(1);
    expect(chooseJobs(20_000_000, { processors: 8, memory: GB / 4 })).toBe(1);
  });
});

describe('what a process may use', () => {
  const machineWith = (files: Readonly<Record<string, string>>) =>
    limitedMachine({ processors: 16, memory: 64 * GB, readLimit: (file) => files[file] ?? null });

  it('is the whole machine where nothing limits it', () => {
    const whole = { processors: 16, memory: 64 * GB };
    expect(machineWith({})).toEqual(whole);
    expect(machineWith({ 'cpu.max': 'max 100000\n', 'memory.max': 'max\n' })).toEqual(whole);
    const unlimited = { 'cpu/cpu.cfs_quota_us': '-1\n', 'cpu/cpu.cfs_period_us': '100000\n' };
    expect(machineWith(unlimited)).toEqual(whole);
  });

  it('is what control groups of version 2 leave', () => {
    const limits = { 'cpu.max': '250000 100000\n', 'memory.max': `${4 * GB}\n` };
    expect(machineWith(limits)).toEqual({ processors: 2.5, memory: 4 * GB });
  });

  it('is what control groups of version 1 leave', () => {
    const limits = {
      'cpu/cpu.cfs_quota_us': '400000\n',
      'cpu/cpu.cfs_period_us': '100000\n',
      'memory/memory.limit_in_bytes': `${2 * GB}\n`,
    };
    expect(machineWith(limits)).toEqual({ processors: 4, memory: 2 * GB });
  });

  it('is never more than the machine has, and unreadable limits are none', () => {
    expect(machineWith({ 'memory.max': `${128 * GB}`, 'cpu.max': '0 0' })).toEqual({
      processors: 16,
      memory: 64 * GB,
    });
    expect(machineWith({ 'cpu.max': '', 'memory.max': 'much' })).toEqual({ processors: 16, memory: 64 * GB });
  });
});
