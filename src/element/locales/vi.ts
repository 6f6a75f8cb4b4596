import type { Text } from './text.ts';

export const vi: Text = {
  title: 'Đo tốc độ Internet',
  intro: 'Biết đường truyền của bạn thực sự nhanh đến đâu, chỉ trong vài giây.',
  start: 'Bắt đầu đo',
  again: 'Đo lại',
  retry: 'Thử lại',
  cancel: 'Dừng đo',
  agree: 'Đồng ý và đo',
  refuse: 'Không, cảm ơn',
  cost: (typical, line, most) => `Dùng khoảng ${typical} dữ liệu ở ${line}, không quá ${most}.`,

  asking: {
    title: 'Trước khi đo',
    what: 'Thu thập gì?',
    whatLong:
      'Tốc độ, độ trễ và tỷ lệ mất gói đo được, nhà mạng, tỉnh hoặc thành phố do trang này khai báo, IPv6 có hoạt động hay không, và thời điểm đo.',
    never: 'Không thu thập gì?',
    neverLong:
      'Không tên, không tài khoản, không cookie. Địa chỉ IP của bạn không được lưu; một mã tính từ địa chỉ chỉ để mỗi đường truyền được đếm một lần mỗi tháng, hết tháng thì không ai dò ngược lại được.',
    why: 'Để làm gì?',
    whyLong: 'Để thống kê chất lượng Internet của từng tỉnh, thành phố.',
    keep: 'Lưu bao lâu?',
    keepLong: 'Kết quả không gắn với ai và được giữ lâu dài làm số liệu thống kê.',
    data: 'Tốn bao nhiêu dữ liệu?',
  },

  preparing: 'Đang chuẩn bị…',
  phase: {
    choosing: 'Đang tìm điểm đo gần nhất…',
    latency: 'Đang đo độ trễ…',
    download: 'Đang đo tải xuống…',
    upload: 'Đang đo tải lên…',
    finishing: 'Đang hoàn tất…',
  },
  latency: 'Độ trễ',
  download: 'Tải xuống',
  upload: 'Tải lên',
  progress: 'Tiến trình đo',
  dataUsed: 'Dữ liệu đã dùng',
  elapsed: 'Thời gian',

  megabitsPerSecond: 'Mbit/s',
  seconds: 'giây',

  finished: 'Kết quả đo',
  partial: 'Phép đo bị ngắt giữa chừng; dưới đây là những gì đã đo được.',
  summary: (download, upload, latency) => `Đã đo xong. Tải xuống ${download}, tải lên ${upload}, độ trễ ${latency}.`,
  notMeasured: 'chưa đo được',
  margin: (share) => `sai số ± ${share}`,
  marginWide: 'dao động mạnh, chỉ nên coi là ước lượng',
  idle: 'Khi rảnh',
  whileDownloading: 'Khi đang tải xuống',
  whileUploading: 'Khi đang tải lên',
  jitter: 'Biến động (jitter)',
  goodFor: 'Trong sử dụng hằng ngày',
  use: {
    videoCall: 'Gọi video',
    streaming: 'Xem phim HD',
    lesson: 'Học trực tuyến',
    gaming: 'Chơi game',
  },
  verdict: { good: 'tốt', fair: 'tạm được', poor: 'khó' },
  ipv6: {
    works: { title: 'IPv6 hoạt động', meaning: 'Đường truyền đã sẵn sàng cho Internet thế hệ mới.' },
    fails: {
      title: 'Chưa có IPv6',
      meaning: 'Vẫn truy cập được Internet, nhưng chỉ qua IPv4. Hãy hỏi nhà mạng về việc bật IPv6.',
    },
    unknown: { title: 'Chưa rõ về IPv6', meaning: 'Lần đo này không kiểm tra được IPv6.' },
  },
  details: 'Chi tiết',
  loss: 'Tỷ lệ mất gói',
  point: 'Điểm đo',
  scope: { 'on-net': 'trong mạng của nhà mạng', exchange: 'tại trạm trung chuyển', overseas: 'ở nước ngoài' },
  operator: 'Nhà mạng',
  connection: 'Kết nối qua',
  family: { 4: 'IPv4', 6: 'IPv6' },
  notes: 'Lưu ý',
  flag: {
    'tab-hidden': 'Trang bị ẩn trong lúc đo nên kết quả có thể thấp hơn thực tế. Lần sau hãy giữ trang mở.',
    'clock-gap': 'Thiết bị tạm ngủ trong lúc đo nên kết quả có thể sai lệch.',
    'not-http1': 'Trình duyệt gộp các kết nối làm một nên kết quả có thể thấp hơn thực tế.',
    'service-worker': 'Một phần mềm của trang nằm giữa đường truyền nên kết quả có thể thấp hơn thực tế.',
    'no-websocket': 'Mạng này chặn WebSocket; độ trễ được đo bằng cách khác, có thể cao hơn một chút.',
    'byte-limit': 'Đã dừng ở mức dữ liệu tối đa, trước khi tốc độ ổn định.',
    'time-limit': 'Tốc độ chưa ổn định khi hết thời gian đo.',
    'not-filled':
      'Các kết nối chưa dùng hết đường truyền (mất gói hoặc điểm đo ở xa), nên đường truyền có thể nhanh hơn số này.',
    'point-changed': 'Điểm đo đầu tiên bị mất kết nối; một điểm khác đã đo thay.',
    'no-receipt': 'Điểm đo không xác nhận được kết quả.',
  },
  delivery: {
    sending: 'Đang gửi kết quả…',
    kept: 'Chưa gửi được. Kết quả được giữ trên thiết bị này và sẽ tự gửi khi có thể.',
    refused: 'Hệ thống thống kê không nhận kết quả này.',
    private: 'Kết quả chỉ hiện trên trang này, không gửi đi đâu.',
    verified: 'Đã gửi và được điểm đo xác nhận. Cảm ơn bạn đã đóng góp!',
    disagrees: 'Đã gửi, nhưng số liệu của điểm đo không khớp nên kết quả không được tính vào thống kê.',
    unverified: 'Đã gửi, nhưng thiếu xác nhận của điểm đo nên kết quả không được tính vào thống kê.',
  },

  failed: 'Chưa đo được',
  failure: {
    misconfigured: {
      sentence: 'Công cụ đo chưa được cài đặt đúng trên trang này.',
      advice: 'Xin báo cho người quản trị trang.',
    },
    'engine-blocked': {
      sentence: 'Trang này hoặc trình duyệt không cho phép chạy phép đo.',
      advice: 'Hãy cập nhật trình duyệt hoặc mở trang bằng trình duyệt khác.',
    },
    'engine-crashed': {
      sentence: 'Phép đo bị dừng đột ngột.',
      advice: 'Hãy đóng bớt các thẻ khác rồi thử lại.',
    },
    offline: { sentence: 'Thiết bị đang ngoại tuyến.', advice: 'Hãy kiểm tra Wi-Fi hoặc dây mạng rồi thử lại.' },
    'collector-unreachable': {
      sentence: 'Không liên lạc được với hệ thống đo.',
      advice: 'Hãy kiểm tra kết nối rồi thử lại sau ít phút.',
    },
    'collector-refused': {
      sentence: 'Hệ thống đo chưa nhận yêu cầu này.',
      advice: 'Hãy thử lại sau ít phút.',
    },
    'no-point': { sentence: 'Hiện không có điểm đo nào sẵn sàng.', advice: 'Hãy thử lại sau ít phút.' },
    'point-unreachable': {
      sentence: 'Không kết nối được với điểm đo nào.',
      advice: 'Có thể tường lửa hoặc tiện ích chặn quảng cáo đã chặn phép đo. Hãy thử mạng hoặc trình duyệt khác.',
    },
    'collector-busy': {
      sentence: 'Mạng hoặc trang này vừa có quá nhiều lượt đo.',
      advice: 'Hãy thử lại sau ít phút.',
    },
    'point-busy': { sentence: 'Các điểm đo đều đang bận.', advice: 'Hãy thử lại sau ít phút.' },
    'point-lost': {
      sentence: 'Mất kết nối với điểm đo giữa chừng.',
      advice: 'Hãy kiểm tra xem mạng có ổn định không rồi thử lại.',
    },
    'ticket-refused': { sentence: 'Lượt đo đã hết hạn.', advice: 'Hãy thử lại để nhận lượt mới.' },
  },
  forWebmaster: 'Dành cho người quản trị',
};
