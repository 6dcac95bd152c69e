export default definePageConfig({ navigationBarTitleText: '组内晒单榜' });
