import type { PageText } from './page-text.ts';

export const vi: PageText = {
  openGraphLocale: 'vi_VN',
  other: { language: 'en', name: 'English' },
  service: 'Đo tốc độ Internet',
  title: 'Kết quả đo Internet',
  when: (time, date) => `${time} ngày ${date}`,
  partial: 'Phép đo bị ngắt giữa chừng; dưới đây là những gì đã đo được.',

  download: 'Tải xuống',
  upload: 'Tải lên',
  latency: 'Độ trễ khi rảnh và khi đang tải',
  idle: 'Khi rảnh',
  whileDownloading: 'Tải xuống',
  whileUploading: 'Tải lên',
  notMeasured: 'chưa đo được',
  margin: (share) => `sai số ± ${share}`,
  marginWide: 'dao động mạnh, chỉ nên coi là ước lượng',

  check: {
    outcome: {
      confirmed: 'Được điểm\u00a0đo xác\u00a0nhận',
      unconfirmed: 'Chưa được điểm\u00a0đo xác\u00a0nhận',
      contradicted: 'Không nên tin các con số này',
    },
    exactly:
      'Chữ ký của điểm đo còn nguyên vẹn, và khi tính lại từ bản ghi của lần đo thì ra đúng từng con số trên trang này.',
    nearly:
      'Chữ ký của điểm đo còn nguyên vẹn. Tính lại từ bản ghi của lần đo bằng công thức mới hơn thì ra các tốc độ gần như trên.',
    doubt: {
      'receipt-missing': 'Điểm đo không ký vào lần đo này, nên các con số chỉ là lời của trình duyệt đã đo.',
      'point-unknown': 'Điểm đo đã ký không có trong danh sách của hệ thống, nên không có khóa để kiểm tra chữ ký.',
      'point-revoked': 'Khóa ký của điểm đo này đã bị thu hồi, nên chữ ký của nó không còn được tin.',
      'point-not-allowed': 'Lần đo này được giao cho điểm đo khác với điểm đã ký.',
      'too-short': 'Lần đo quá ngắn để điểm đo có thể xác nhận tốc độ.',
      'no-recording': 'Chữ ký của điểm đo còn nguyên vẹn, nhưng không còn bản ghi của lần đo để tính lại các con số.',
      'receipt-invalid': 'Chữ ký đi kèm không phải của điểm đo, hoặc nội dung đã bị sửa sau khi ký.',
      'receipt-of-another-test': 'Chữ ký của điểm đo là thật, nhưng thuộc về một lần đo khác.',
      'download-exceeds-receipt': 'Kết quả khai đã tải xuống nhiều dữ liệu hơn mức điểm đo đã gửi.',
      'download-rate-differs': 'Tốc độ tải xuống không khớp với số liệu mà điểm đo đã ký.',
      'loss-differs': 'Tỷ lệ mất gói không khớp với số gói mà điểm đo đã đếm.',
      'replay-differs': 'Tính lại từ bản ghi và số liệu mà điểm đo đã ký thì ra những con số khác.',
    },
    reach: 'Điểm đo chứng thực lượng dữ liệu đã tải lên và tải xuống. Độ trễ và IPv6 do trình duyệt ghi nhận.',
    madeAt: (when) => `Kiểm tra lại lúc ${when}, khi bạn mở trang này.`,
    evidence: 'Bằng chứng đầy đủ (JSON)',
  },

  details: 'Chi tiết',
  operator: 'Nhà mạng',
  province: 'Tỉnh, thành phố',
  accessBy: 'Kết nối',
  access: { wifi: 'Wi-Fi', cable: 'dây mạng', '4g': 'di động 4G', '5g': 'di động 5G' },
  ipv6: 'IPv6',
  ipv6Ability: { works: 'hoạt động', fails: 'chưa có', unknown: 'không kiểm tra được' },
  measuredBy: 'Đo qua',
  family: { 4: 'IPv4', 6: 'IPv6' },
  point: 'Điểm đo',
  scope: { 'on-net': 'trong mạng của nhà mạng', exchange: 'tại trạm trung chuyển', overseas: 'ở nước ngoài' },
  loss: 'Tỷ lệ mất gói',
  testId: 'Mã phép đo',
  notes: 'Lưu ý',
  flag: {
    'tab-hidden': 'Trang đo bị ẩn trong lúc đo, nên kết quả có thể thấp hơn thực tế.',
    'clock-gap': 'Thiết bị tạm ngủ trong lúc đo, nên kết quả có thể sai lệch.',
    'not-http1': 'Trình duyệt gộp các kết nối làm một, nên kết quả có thể thấp hơn thực tế.',
    'service-worker': 'Một phần mềm của trang nằm giữa đường truyền, nên kết quả có thể thấp hơn thực tế.',
    'no-websocket': 'Độ trễ được đo qua HTTP vì mạng chặn WebSocket; có thể cao hơn một chút.',
    'byte-limit': 'Phép đo dừng ở mức dữ liệu tối đa, trước khi tốc độ ổn định.',
    'time-limit': 'Tốc độ chưa ổn định khi hết thời gian đo.',
    'not-filled': 'Các kết nối chưa dùng hết đường truyền, nên đường truyền có thể nhanh hơn số này.',
    'point-changed': 'Điểm đo đầu tiên mất kết nối; một điểm khác đã đo thay.',
    'no-receipt': 'Điểm đo không đưa ra được xác nhận.',
  },
  about: 'Trang này không có mã chạy, không cookie, và không cho biết ai đã đo.',

  preview: {
    rates: (download, upload) => `Tải xuống ${download}, tải lên ${upload} Mbit/s`,
    latency: (ms) => `Độ trễ ${ms} ms`,
    outcome: {
      confirmed: 'Được điểm đo xác nhận',
      unconfirmed: 'Chưa được điểm đo xác nhận',
      contradicted: 'Kết quả đo không được xác nhận',
    },
  },
  missing: {
    title: 'Không tìm thấy kết quả này',
    perhaps: [
      'Đường dẫn có thể bị thiếu hoặc sai vài ký tự. Hãy thử mở lại từ tin nhắn hoặc mã QR gốc.',
      'Nếu vừa đo xong, kết quả có thể còn đợi trên thiết bị đã đo. Hãy mở lại trang đo trên thiết bị đó, rồi thử lại sau ít phút.',
    ],
  },
};
