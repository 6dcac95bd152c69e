export default definePageConfig({ navigationBarTitleText: '记分提议', enablePullDownRefresh: true });
