export default definePageConfig({ navigationBarTitleText: '审核待办', enablePullDownRefresh: true });
