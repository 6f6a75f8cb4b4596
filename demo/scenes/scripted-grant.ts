import { PLANS, type PlanName } from '../../src/protocol/plan.ts';
import type { Grant } from '../../src/protocol/ticket.ts';

/** A ticket that opens nothing, always of the same day. */
export const scriptedGrant = (plan: PlanName = 'standard', serial = 1): Grant => ({
  testId: `01990000-0000-7000-8000-${String(serial).padStart(12, '0')}`,
  issuedAt: '2026-11-01T08:00:00.000Z',
  ticket: 'aaa.bbb.ccc',
  plan: PLANS[plan],
  points: [
    {
      id: 'da-nang',
      name: 'Đà Nẵng',
      scope: 'on-net',
      operator: 'VNPT',
      url: 'http://127.0.0.1:9',
      url4: null,
      url6: null,
    },
  ],
});
