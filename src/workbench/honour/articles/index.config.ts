export default definePageConfig({ navigationBarTitleText: '典型代表', enablePullDownRefresh: true });
