const tab = (pagePath: string, text: string, icon: string) => ({
  pagePath,
  text,
  iconPath: `assets/tab/${icon}.png`,
  selectedIconPath: `assets/tab/${icon}-active.png`,
});

export default defineAppConfig({
  pages: [
    'pages/wishes/index',
    'pages/feed/index',
    'pages/board/index',
    'pages/mine/index',
    'pages/wish-detail/index',
    'pages/submit/index',
    'pages/post-detail/index',
    'pages/notices/index',
  ],
  subPackages: [
    {
      root: 'workbench/representative',
      pages: ['publish/index', 'camera/index', 'blur/index', 'outbox/index'],
    },
    { root: 'workbench/group', pages: ['reviews/index', 'review/index', 'call-backs/index', 'judging/index'] },
    { root: 'workbench/presidium', pages: ['desk/index'] },
    { root: 'workbench/department', pages: ['orders/index', 'order/index'] },
    { root: 'workbench/desk', pages: ['queue/index'] },
    { root: 'workbench/sharing', pages: ['poster/index', 'group-board/index', 'brief/index'] },
    { root: 'workbench/honour', pages: ['models/index', 'model/index', 'articles/index', 'article/index'] },
    {
      root: 'workbench/points',
      pages: [
        'entries/index',
        'proposals/index',
        'propose/index',
        'appeals/index',
        'absences/index',
        'rules/index',
        'verify/index',
      ],
    },
    { root: 'workbench/campaign', pages: ['campaigns/index', 'campaign/index', 'plan/index'] },
    { root: 'workbench/duty', pages: ['duties/index', 'duty/index', 'call/index'] },
    { root: 'workbench/dossier', pages: ['dossier/index', 'archive/index'] },
    { root: 'workbench/award', pages: ['awards/index', 'award/index'] },
  ],
  // The first 晒单 may be in a yard: its pages come along while there is a signal, whatever signal that is.
  preloadRule: {
    'pages/feed/index': { network: 'all', packages: ['workbench/representative'] },
    'pages/mine/index': { network: 'all', packages: ['workbench/representative'] },
    'pages/wish-detail/index': { network: 'all', packages: ['workbench/representative'] },
  },
  tabBar: {
    color: '#595959',
    selectedColor: '#c7252b',
    backgroundColor: '#ffffff',
    borderStyle: 'black',
    list: [
      tab('pages/wishes/index', '心愿', 'wishes'),
      tab('pages/feed/index', '晒单', 'feed'),
      tab('pages/board/index', '榜单', 'board'),
      tab('pages/mine/index', '我的', 'mine'),
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  window: {
    // On H5 the navigation bar is drawn only when the style is said.
    navigationStyle: 'default',
    navigationBarTitleText: '微心愿',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f7f5f2',
    backgroundTextStyle: 'dark',
    onReachBottomDistance: 200,
  },
});
