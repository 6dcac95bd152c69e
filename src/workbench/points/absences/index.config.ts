export default definePageConfig({ navigationBarTitleText: '不在岗时段', enablePullDownRefresh: true });
