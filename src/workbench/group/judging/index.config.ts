export default definePageConfig({ navigationBarTitleText: '晒单和评论审看', enablePullDownRefresh: true });
