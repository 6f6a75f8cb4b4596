import type { PageText } from './page-text.ts';

export const en: PageText = {
  openGraphLocale: 'en_GB',
  other: { language: 'vi', name: 'Tiếng Việt' },
  service: 'Internet speed test',
  title: 'Internet speed result',
  when: (time, date) => `${date}, ${time} (UTC+7)`,
  simulated: 'Simulated data: nobody measured this result.',
  partial: 'The test was interrupted; below is what it measured until then.',

  download: 'Download',
  upload: 'Upload',
  latency: 'Latency, idle and under load',
  idle: 'Idle',
  whileDownloading: 'Download',
  whileUploading: 'Upload',
  notMeasured: 'not measured',
  margin: (share) => `± ${share}`,
  marginWide: 'swung widely; take it as an estimate',

  check: {
    outcome: {
      confirmed: 'Confirmed by the measurement point',
      unconfirmed: 'Not confirmed by the measurement point',
      contradicted: 'Do not rely on these numbers',
    },
    exactly:
      'The point’s signature holds, and working everything out anew from the recording of the test gives exactly the numbers on this page.',
    nearly:
      'The point’s signature holds. Working everything out anew from the recording of the test, by a newer formula, gives about the rates above.',
    doubt: {
      'receipt-missing': 'The point did not sign this test, so the numbers are the word of the browser alone.',
      'point-unknown': 'The point that signed is not in the list of this service, so there is no key to check it by.',
      'point-revoked': 'The key of this point was revoked, so its signature is no longer believed.',
      'point-not-allowed': 'This test was given to another point than the one that signed.',
      'too-short': 'The test was too short for the point to confirm a rate.',
      'no-recording':
        'The point’s signature holds, but the recording of the test was not kept, so the numbers cannot be worked out anew.',
      'receipt-invalid': 'The signature is not the point’s, or something was changed after it was signed.',
      'receipt-of-another-test': 'The point’s signature is genuine, but belongs to another test.',
      'download-exceeds-receipt': 'The result claims more downloaded data than the point sent.',
      'download-rate-differs': 'The download rate is not the one that the point’s signed counts give.',
      'loss-differs': 'The packet loss is not the one that the point’s signed counts give.',
      'replay-differs': 'Working it out anew from the recording and the point’s signed counts gives other numbers.',
    },
    reach:
      'The point vouches for the data that was uploaded and downloaded. Latency and IPv6 are the browser’s account.',
    madeAt: (when) => `Checked anew when you opened this page: ${when}.`,
    evidence: 'The full evidence (JSON)',
  },

  details: 'Details',
  operator: 'Operator',
  province: 'Province',
  accessBy: 'Connected by',
  access: { wifi: 'Wi-Fi', cable: 'cable', '4g': '4G mobile', '5g': '5G mobile' },
  ipv6: 'IPv6',
  ipv6Ability: { works: 'works', fails: 'not available', unknown: 'could not be tested' },
  measuredBy: 'Measured over',
  family: { 4: 'IPv4', 6: 'IPv6' },
  point: 'Measurement point',
  scope: {
    'on-net': 'in the operator’s network',
    'off-net': 'in another operator’s network',
    exchange: 'at an exchange',
    overseas: 'overseas',
  },
  loss: 'Packet loss',
  testId: 'Test',
  notes: 'Please note',
  flag: {
    'tab-hidden': 'The page was hidden while it measured, so the result may be too low.',
    'clock-gap': 'The device slept while it measured, so the result may be off.',
    'device-limited': 'The device was busy or not fast enough, and may have limited the result.',
    'not-http1': 'The browser folded its connections into one, so the result may be too low.',
    'service-worker': 'Software of the page stood in between, so the result may be too low.',
    'no-websocket': 'The network blocks WebSocket; latency was measured over HTTP and may be a little too high.',
    'byte-limit': 'The test reached its data limit before the rate was steady.',
    'time-limit': 'The rate was not steady when the time was up.',
    'not-filled': 'The connections did not fill the line, so the line may be faster than this.',
    'point-changed': 'The first point was lost; another one took over.',
    'no-receipt': 'The point could not hand out a confirmation.',
  },
  about: 'This page runs no script, sets no cookie, and does not tell who measured.',

  preview: {
    rates: (download, upload) => `${download} Mbit/s down, ${upload} Mbit/s up`,
    latency: (ms) => `Latency ${ms} ms`,
    outcome: {
      confirmed: 'Confirmed by the measurement point',
      unconfirmed: 'Not confirmed by the measurement point',
      contradicted: 'A result that is not borne out',
    },
  },
  missing: {
    title: 'There is no such result',
    perhaps: [
      'The address may lack a few characters. Try to open it from the original message or QR code.',
      'If the test has only just ended, its result may still wait on the device that measured. Open the speed test there again, then come back in a few minutes.',
    ],
  },
};
