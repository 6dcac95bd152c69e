import type { Area } from '../kit/serve';
import { exportLedger } from './export-ledger';
import { exportSheet } from './export-sheet';
import { getOverview } from './get-overview';
import { importOrders } from './import-orders';
import { printDossier } from './print-dossier';
import { writeBriefing } from './write-briefing';

export const report: Area = {
  name: 'report',
  useCases: {
    overview: getOverview,
    briefing: writeBriefing,
    ledger: exportLedger,
    sheet: exportSheet,
    dossier: printDossier,
    importOrders,
  },
};
