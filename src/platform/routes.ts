/** Where the pages are. */
export const routes = {
  wishes: '/pages/wishes/index',
  feed: '/pages/feed/index',
  board: '/pages/board/index',
  mine: '/pages/mine/index',
  wishDetail: '/pages/wish-detail/index',
  submit: '/pages/submit/index',
  notices: '/pages/notices/index',
  postDetail: '/pages/post-detail/index',
  publish: '/workbench/representative/publish/index',
  reviews: '/workbench/group/reviews/index',
  review: '/workbench/group/review/index',
  desk: '/workbench/presidium/desk/index',
  queue: '/workbench/desk/queue/index',
  orders: '/workbench/department/orders/index',
  order: '/workbench/department/order/index',
  callBacks: '/workbench/group/call-backs/index',
} as const;
