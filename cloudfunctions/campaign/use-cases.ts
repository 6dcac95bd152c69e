import type { Area } from '../kit/serve';
import { closeCampaign } from './close-campaign';
import { confirmRead } from './confirm-read';
import { copyCampaign } from './copy-campaign';
import { discardCampaign } from './discard-campaign';
import { fileUnder } from './file-under';
import { finishTask } from './finish-task';
import { getCampaign } from './get-campaign';
import { getFiling } from './get-filing';
import { getWaiting } from './get-waiting';
import { listCampaigns } from './list-campaigns';
import { listFiled } from './list-filed';
import { listReads } from './list-reads';
import { listRunning } from './list-running';
import { printReport } from './print-report';
import { publishCampaign } from './publish-campaign';
import { remindMembers } from './remind-members';
import { removeTask } from './remove-task';
import { reopenCampaign } from './reopen-campaign';
import { reopenTask } from './reopen-task';
import { reportGoal } from './report-goal';
import { saveCampaign } from './save-campaign';
import { saveReport } from './save-report';
import { saveTask } from './save-task';
import { setGoals } from './set-goals';

export const campaign: Area = {
  name: 'campaign',
  useCases: {
    save: saveCampaign,
    discard: discardCampaign,
    publish: publishCampaign,
    copy: copyCampaign,
    get: getCampaign,
    list: listCampaigns,
    listRunning,
    read: confirmRead,
    reads: listReads,
    remind: remindMembers,
    setGoals,
    reportGoal,
    saveTask,
    removeTask,
    finishTask,
    reopenTask,
    saveReport,
    close: closeCampaign,
    reopen: reopenCampaign,
    paper: printReport,
    listFiled,
    getFiling,
    file: fileUnder,
    getWaiting,
  },
};
