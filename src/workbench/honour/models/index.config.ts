export default definePageConfig({ navigationBarTitleText: '月度典型代表', enablePullDownRefresh: true });
