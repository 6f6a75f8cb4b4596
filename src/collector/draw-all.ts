/**
 * Draws all votes anew: {@link import('../statistics/draw-votes.ts').drawVotes} in SQL, for whoever brings many results at once. The
 * figures are to be counted after it ({@link import('./recount.ts').recount}).
 */
export const DRAW: readonly string[] = [
  'update results set vote = 0 where vote = 1 and counted = 0',
  `update results set vote = 1 - vote where counted = 1 and vote <> (case
    when source_key is null then 1
    when exists (
      select 1 from results rival where rival.counted = 1 and rival.month = results.month
        and rival.province = results.province and rival.source_key = results.source_key
        and rival.province_codes = results.province_codes and rival.context = results.context and rival.lot < results.lot) then 0
    else 1 end)`,
];
