import type { Area } from '../kit/serve';
import { acceptOrder } from './accept-order';
import { answerOrder } from './answer-order';
import { cancelOrder } from './cancel-order';
import { extendOrder } from './extend-order';
import { fileOrder } from './file-order';
import { getOrder } from './get-order';
import { issueOrder } from './issue-order';
import { listDepartments } from './list-departments';
import { listOrders } from './list-orders';
import { meetWisher } from './meet-wisher';
import { printOrder } from './print-order';
import { rateOrder } from './rate-order';
import { refuseExtension } from './refuse-extension';
import { returnOrder } from './return-order';
import { settleReturn } from './settle-return';
import { urgeOrder } from './urge-order';

export const order: Area = {
  name: 'order',
  useCases: {
    departments: listDepartments,
    issue: issueOrder,
    accept: acceptOrder,
    return: returnOrder,
    settleReturn,
    extend: extendOrder,
    refuseExtension,
    urge: urgeOrder,
    meet: meetWisher,
    answer: answerOrder,
    rate: rateOrder,
    file: fileOrder,
    cancel: cancelOrder,
    get: getOrder,
    list: listOrders,
    print: printOrder,
  },
};
