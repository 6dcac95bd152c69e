import type { Area } from '../kit/serve';
import { getModel } from './get-model';
import { listArticles } from './list-articles';
import { listEvidence } from './list-evidence';
import { nominateRepresentative } from './nominate-representative';
import { printArticle } from './print-article';
import { publishArticle } from './publish-article';
import { retractArticle } from './retract-article';
import { saveArticle } from './save-article';
import { sendBackArticle } from './send-back-article';
import { showDesk } from './show-desk';
import { signArticle } from './sign-article';
import { skipMonth } from './skip-month';
import { submitArticle } from './submit-article';

export const honour: Area = {
  name: 'honour',
  useCases: {
    evidence: listEvidence,
    nominate: nominateRepresentative,
    skip: skipMonth,
    save: saveArticle,
    submit: submitArticle,
    sign: signArticle,
    sendBack: sendBackArticle,
    publish: publishArticle,
    retract: retractArticle,
    get: getModel,
    list: listArticles,
    desk: showDesk,
    paper: printArticle,
  },
};
