import { diagnose } from '../doctor/index.ts';
import { type ExitCode, exitCodes } from '../errors.ts';
import { examineBitbucket } from '../pipeline/examine-bitbucket.ts';
import { examinePlace } from '../pipeline/examine-place.ts';
import { renderDiagnosis } from '../render/terminal-diagnosis.ts';
import type { DoctorOptions } from './doctor-options.ts';
import type { ProcessLike } from './process-like.ts';
import { terminalSettings } from './terminal-settings.ts';

/** Runs `doctor`: look at everything, say what was found, decide the exit code. */
export async function runDoctor(host: ProcessLike, options: DoctorOptions): Promise<ExitCode> {
  const { target, workspace, repo, pullRequest, commit } = options;
  const { profile, connection, apiUrl, reportId } = options;
  const request = {
    cwd: host.cwd,
    env: host.env,
    profile,
    options: { target, workspace, repo, pullRequest, commit },
  };
  const look = terminalSettings(host, host.stdout, options.color);
  const { commit: judged, opened, ...place } = await examinePlace(request);
  const bitbucket = await examineBitbucket(
    { ...request, connection, apiUrl, reportId, io: { log: () => {}, sleep, now: Date.now } },
    { ...place, commit: judged, opened },
  );
  const diagnosis = diagnose({
    ...place,
    bitbucket,
    node: process.versions.node,
    stdout: { isTerminal: host.stdout.isTTY === true, ...look },
  });
  host.stdout.write(renderDiagnosis(diagnosis, look));
  return diagnosis.isReady ? exitCodes.passed : exitCodes.notDone;
}

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
