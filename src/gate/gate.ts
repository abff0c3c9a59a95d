import type { GateName, GateSettings, Profile } from '../model/profile.ts';
import type { FileReport, GateCondition } from '../model/report.ts';

/** The settings of a gate that is on. */
export type ActiveSettings<N extends GateName> = Exclude<GateSettings[N], false>;

/** One gate: what a change must hold. Pure. */
export type Gate<N extends GateName> = FileGate<N> | ChangeGate<N>;

/** A gate that judges file by file. */
export interface FileGate<N extends GateName> {
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

/** A gate that judges the whole change, because file by file a large fault could hide in many small files. */
export interface ChangeGate<N extends GateName> {
  readonly name: N;
  /**
   * The conditions that the files violate together, as `FileGate` has them.
   * @param files those with equal settings, so that an override makes a part of its own
   */
  readonly judgeTogether: (
    files: readonly FileReport[],
    settings: ActiveSettings<N>,
  ) => readonly GateCondition[] | null;
}
