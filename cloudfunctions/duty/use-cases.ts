import type { Area } from '../kit/serve';
import { addPhotos } from './add-photos';
import { agreeLeave } from './agree-leave';
import { askLeave } from './ask-leave';
import { cancelDuty } from './cancel-duty';
import { getDuty } from './get-duty';
import { getWaiting } from './get-waiting';
import { importAttendance } from './import-attendance';
import { listAttendance } from './list-attendance';
import { listDuties } from './list-duties';
import { listOptions } from './list-options';
import { makeTemplate } from './make-template';
import { markAttendance } from './mark-attendance';
import { previewSettling } from './preview-settling';
import { printSheet } from './print-sheet';
import { removePhoto } from './remove-photo';
import { reopenDuty } from './reopen-duty';
import { saveDuty } from './save-duty';
import { settleDuty } from './settle-duty';
import { showCode } from './show-code';
import { signIn } from './sign-in';
import { summariseDuty } from './summarise-duty';

export const duty: Area = {
  name: 'duty',
  useCases: {
    save: saveDuty,
    options: listOptions,
    list: listDuties,
    get: getDuty,
    getWaiting,
    attendance: listAttendance,
    cancel: cancelDuty,
    code: showCode,
    signIn,
    mark: markAttendance,
    askLeave,
    agreeLeave,
    addPhotos,
    removePhoto,
    summarise: summariseDuty,
    preview: previewSettling,
    settle: settleDuty,
    reopen: reopenDuty,
    importAttendance,
    template: makeTemplate,
    sheet: printSheet,
  },
};
