export default definePageConfig({ navigationBarTitleText: '遮住人脸和车牌' });
