// RTR's engine in a worker; answers with { down, up } in bit/s, or { error }.
import { log, RMBTControlServerCommunication, RMBTTest, RMBTTestConfig, TestEnvironment } from '/rmbtws.js';

log.disable();
const config = new RMBTTestConfig('en', self.location.origin, 'RMBTControlServer');
config.uuid = '00000000-0000-0000-0000-000000000000';
const control = RMBTControlServerCommunication(config, {
  // kbit/s, as it sends them to its control server
  submit: ({ request }) =>
    self.postMessage({ down: request.test_speed_download * 1e3, up: request.test_speed_upload * 1e3 }),
});
TestEnvironment.init({ updateInfo: () => undefined }, { stop: () => undefined, getResults: () => [] });
const test = new RMBTTest(config, control);
test.onError((error) => self.postMessage({ error: String(error) }));
test.startTest();
