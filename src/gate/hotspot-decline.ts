import type { Gate } from './gate.ts';
import { judgeDecline } from './judge-decline.ts';

/** No hotspot gets a lower score. Says nothing where the history to know hotspots is missing. */
export const hotspotDecline: Gate<'hotspot-decline'> = {
  name: 'hotspot-decline',
  judge: (file, { maxDecline }) => {
    if (file.hotspot === null || file.newScore === null) return null;
    return file.hotspot ? judgeDecline(file, maxDecline, 'The Code Health of a hotspot') : [];
  },
};
