export default definePageConfig({ navigationBarTitleText: '交办单', enablePullDownRefresh: true });
