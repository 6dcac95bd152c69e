export default definePageConfig({ navigationBarTitleText: '待发的晒单' });
