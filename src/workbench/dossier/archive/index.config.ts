export default definePageConfig({ navigationBarTitleText: '全部履职档案', enablePullDownRefresh: true });
