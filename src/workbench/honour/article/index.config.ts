export default definePageConfig({ navigationBarTitleText: '典型代表事迹', enablePullDownRefresh: true });
