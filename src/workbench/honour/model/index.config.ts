export default definePageConfig({ navigationBarTitleText: '典型代表推荐', enablePullDownRefresh: true });
