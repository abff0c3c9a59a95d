import type { GateName, GateSettings, Profile } from '../model/profile.ts';
import type { FileReport, GateCondition } from '../model/report.ts';

/** The settings of a gate that is on. */
export type ActiveSettings<N extends GateName> = Exclude<GateSettings[N], false>;

/** One gate: what a change must hold, judged file by file. Pure. */
export interface Gate<N extends GateName> {
  readonly name: N;
  /**
   * The conditions that a file violates; none where it holds them. `null` where the gate has nothing to say about
   * the file, for example because the file is new and the gate compares.
   */
  readonly judge: (
    file: FileReport,
    settings: ActiveSettings<N>,
    profile: Pick<Profile, 'goalFor'>,
  ) => readonly GateCondition[] | null;
}
