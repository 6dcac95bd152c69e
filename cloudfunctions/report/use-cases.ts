import type { Area } from '../kit/serve';
import { exportLedger } from './export-ledger';
import { getOverview } from './get-overview';
import { writeBriefing } from './write-briefing';

export const report: Area = {
  name: 'report',
  useCases: { overview: getOverview, briefing: writeBriefing, ledger: exportLedger },
};
