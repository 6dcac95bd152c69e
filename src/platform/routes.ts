/** Where the pages are. */
export const routes = {
  wishes: '/pages/wishes/index',
  feed: '/pages/feed/index',
  board: '/pages/board/index',
  mine: '/pages/mine/index',
  wishDetail: '/pages/wish-detail/index',
  submit: '/pages/submit/index',
  postDetail: '/pages/post-detail/index',
  publish: '/workbench/representative/publish/index',
  reviews: '/workbench/group/reviews/index',
  review: '/workbench/group/review/index',
  desk: '/workbench/presidium/desk/index',
} as const;
