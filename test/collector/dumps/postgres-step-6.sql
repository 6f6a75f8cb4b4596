SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.cells (
    province text NOT NULL,
    month text NOT NULL,
    province_codes text NOT NULL,
    context text NOT NULL,
    scope text NOT NULL,
    access text NOT NULL,
    asn bigint NOT NULL,
    ip_family integer NOT NULL,
    votes integer NOT NULL,
    sourced integer NOT NULL,
    fixed integer NOT NULL,
    mobile integer NOT NULL,
    ipv6_probed integer NOT NULL,
    ipv6_works integer NOT NULL,
    sites text NOT NULL,
    download_bins text NOT NULL,
    upload_bins text NOT NULL,
    latency_bins text NOT NULL,
    ipv4_connect_bins text NOT NULL,
    ipv6_connect_bins text NOT NULL,
    ipv6_ratio_bins text NOT NULL
);

CREATE TABLE public.kiosk_days (
    site text NOT NULL,
    day text NOT NULL,
    kiosk text NOT NULL,
    beats integer NOT NULL,
    last_seen text NOT NULL,
    version text NOT NULL,
    last_failure text,
    results integer NOT NULL
);

CREATE TABLE public.marks (
    name text NOT NULL,
    value text NOT NULL
);

CREATE TABLE public.migrations (
    step integer NOT NULL
);

CREATE TABLE public.results (
    test_id text NOT NULL,
    body_hash text NOT NULL,
    received_at text NOT NULL,
    month text NOT NULL,
    province text,
    province_codes text,
    site text,
    plan text,
    state text NOT NULL,
    outcome text NOT NULL,
    point_id text,
    scope text,
    ip_family integer,
    ipv6_ability text,
    download_bps double precision,
    upload_bps double precision,
    latency_ms double precision,
    consent_version text,
    result text NOT NULL,
    receipt text,
    recording text,
    source_key text,
    lot text,
    counted integer DEFAULT 0 NOT NULL,
    validity text DEFAULT '0'::text NOT NULL,
    vote integer DEFAULT 0 NOT NULL,
    access text,
    operator_asn bigint,
    kiosk text,
    context text DEFAULT 'citizen'::text NOT NULL,
    ipv4_connect_ms double precision,
    ipv6_connect_ms double precision,
    commune text
)
PARTITION BY LIST (month);

CREATE TABLE public.results_2026_10 (
    test_id text NOT NULL,
    body_hash text NOT NULL,
    received_at text NOT NULL,
    month text NOT NULL,
    province text,
    province_codes text,
    site text,
    plan text,
    state text NOT NULL,
    outcome text NOT NULL,
    point_id text,
    scope text,
    ip_family integer,
    ipv6_ability text,
    download_bps double precision,
    upload_bps double precision,
    latency_ms double precision,
    consent_version text,
    result text NOT NULL,
    receipt text,
    recording text,
    source_key text,
    lot text,
    counted integer DEFAULT 0 NOT NULL,
    validity text DEFAULT '0'::text NOT NULL,
    vote integer DEFAULT 0 NOT NULL,
    access text,
    operator_asn bigint,
    kiosk text,
    context text DEFAULT 'citizen'::text NOT NULL,
    ipv4_connect_ms double precision,
    ipv6_connect_ms double precision,
    commune text
);

CREATE TABLE public.results_2026_11 (
    test_id text NOT NULL,
    body_hash text NOT NULL,
    received_at text NOT NULL,
    month text NOT NULL,
    province text,
    province_codes text,
    site text,
    plan text,
    state text NOT NULL,
    outcome text NOT NULL,
    point_id text,
    scope text,
    ip_family integer,
    ipv6_ability text,
    download_bps double precision,
    upload_bps double precision,
    latency_ms double precision,
    consent_version text,
    result text NOT NULL,
    receipt text,
    recording text,
    source_key text,
    lot text,
    counted integer DEFAULT 0 NOT NULL,
    validity text DEFAULT '0'::text NOT NULL,
    vote integer DEFAULT 0 NOT NULL,
    access text,
    operator_asn bigint,
    kiosk text,
    context text DEFAULT 'citizen'::text NOT NULL,
    ipv4_connect_ms double precision,
    ipv6_connect_ms double precision,
    commune text
);

CREATE TABLE public.results_2026_12 (
    test_id text NOT NULL,
    body_hash text NOT NULL,
    received_at text NOT NULL,
    month text NOT NULL,
    province text,
    province_codes text,
    site text,
    plan text,
    state text NOT NULL,
    outcome text NOT NULL,
    point_id text,
    scope text,
    ip_family integer,
    ipv6_ability text,
    download_bps double precision,
    upload_bps double precision,
    latency_ms double precision,
    consent_version text,
    result text NOT NULL,
    receipt text,
    recording text,
    source_key text,
    lot text,
    counted integer DEFAULT 0 NOT NULL,
    validity text DEFAULT '0'::text NOT NULL,
    vote integer DEFAULT 0 NOT NULL,
    access text,
    operator_asn bigint,
    kiosk text,
    context text DEFAULT 'citizen'::text NOT NULL,
    ipv4_connect_ms double precision,
    ipv6_connect_ms double precision,
    commune text
);

CREATE TABLE public.results_other_months (
    test_id text NOT NULL,
    body_hash text NOT NULL,
    received_at text NOT NULL,
    month text NOT NULL,
    province text,
    province_codes text,
    site text,
    plan text,
    state text NOT NULL,
    outcome text NOT NULL,
    point_id text,
    scope text,
    ip_family integer,
    ipv6_ability text,
    download_bps double precision,
    upload_bps double precision,
    latency_ms double precision,
    consent_version text,
    result text NOT NULL,
    receipt text,
    recording text,
    source_key text,
    lot text,
    counted integer DEFAULT 0 NOT NULL,
    validity text DEFAULT '0'::text NOT NULL,
    vote integer DEFAULT 0 NOT NULL,
    access text,
    operator_asn bigint,
    kiosk text,
    context text DEFAULT 'citizen'::text NOT NULL,
    ipv4_connect_ms double precision,
    ipv6_connect_ms double precision,
    commune text
);

ALTER TABLE ONLY public.results ATTACH PARTITION public.results_2026_10 FOR VALUES IN ('2026-10');

ALTER TABLE ONLY public.results ATTACH PARTITION public.results_2026_11 FOR VALUES IN ('2026-11');

ALTER TABLE ONLY public.results ATTACH PARTITION public.results_2026_12 FOR VALUES IN ('2026-12');

ALTER TABLE ONLY public.results ATTACH PARTITION public.results_other_months DEFAULT;

COPY public.cells (province, month, province_codes, context, scope, access, asn, ip_family, votes, sourced, fixed, mobile, ipv6_probed, ipv6_works, sites, download_bins, upload_bins, latency_bins, ipv4_connect_bins, ipv6_connect_bins, ipv6_ratio_bins) FROM stdin;
48	2026-10	VN-2025	citizen	exchange		7552	6	2	2	0	0	0	0	,hanoi.gov.vn:2	,512:2	,467:2				
48	2026-10	VN-2025	citizen	exchange	*	7552	6	2	2	0	0	0	0	,hanoi.gov.vn:2	,512:2	,467:2				
48	2026-10	VN-2025	citizen	exchange		-1	6	2	2	0	0	0	0	,hanoi.gov.vn:2	,512:2	,467:2				
48	2026-10	VN-2025	citizen	exchange	*	-1	6	2	2	0	0	0	0	,hanoi.gov.vn:2	,512:2	,467:2				
48	2026-10	VN-2025	citizen	*		7552	-1	2	2	0	0	0	0	,hanoi.gov.vn:2	,512:2	,467:2				
48	2026-10	VN-2025	citizen	*	*	7552	-1	2	2	0	0	0	0	,hanoi.gov.vn:2	,512:2	,467:2				
48	2026-10	VN-2025	citizen	*		-1	-1	2	2	0	0	0	0	,hanoi.gov.vn:2	,512:2	,467:2				
48	2026-10	VN-2025	citizen	*	*	-1	-1	2	2	0	0	0	0	,hanoi.gov.vn:2	,512:2	,467:2				
01	2026-11	VN-2025	citizen	exchange		7552	6	1	1	0	0	0	0	,hanoi.gov.vn:1	,512:1	,467:1				
01	2026-11	VN-2025	citizen	exchange	*	7552	6	1	1	0	0	0	0	,hanoi.gov.vn:1	,512:1	,467:1				
01	2026-11	VN-2025	citizen	exchange		-1	6	1	1	0	0	0	0	,hanoi.gov.vn:1	,512:1	,467:1				
01	2026-11	VN-2025	citizen	exchange	*	-1	6	1	1	0	0	0	0	,hanoi.gov.vn:1	,512:1	,467:1				
01	2026-11	VN-2025	citizen	*		7552	-1	1	1	0	0	0	0	,hanoi.gov.vn:1	,512:1	,467:1				
01	2026-11	VN-2025	citizen	*	*	7552	-1	1	1	0	0	0	0	,hanoi.gov.vn:1	,512:1	,467:1				
01	2026-11	VN-2025	citizen	*		-1	-1	1	1	0	0	0	0	,hanoi.gov.vn:1	,512:1	,467:1				
01	2026-11	VN-2025	citizen	*	*	-1	-1	1	1	0	0	0	0	,hanoi.gov.vn:1	,512:1	,467:1				
\.

COPY public.kiosk_days (site, day, kiosk, beats, last_seen, version, last_failure, results) FROM stdin;
\.

COPY public.marks (name, value) FROM stdin;
\.

COPY public.migrations (step) FROM stdin;
1
2
3
4
5
6
\.

COPY public.results_2026_10 (test_id, body_hash, received_at, month, province, province_codes, site, plan, state, outcome, point_id, scope, ip_family, ipv6_ability, download_bps, upload_bps, latency_ms, consent_version, result, receipt, recording, source_key, lot, counted, validity, vote, access, operator_asn, kiosk, context, ipv4_connect_ms, ipv6_connect_ms, commune) FROM stdin;
01939fa0-0000-7000-8000-000000000002	aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa	2026-10-06T01:00:00.000Z	2026-10	48	VN-2025	hanoi.gov.vn	standard	verified	complete	hanoi	exchange	6	\N	100000000	20000000	\N	1	{"testId":"01939fa0-0000-7000-8000-000000000002","outcome":"complete","startedAt":"2026-10-06T01:00:00.000Z","endReason":"steady","flags":[],"failure":null,"plan":"standard","point":{"id":"hanoi","scope":"exchange"},"operator":{"asn":7552,"name":"Viettel"},"ipFamily":6,"download":{"bitsPerSecond":100000000,"bytes":10000000,"durationMs":2500,"streams":4,"confidence":"high","intervalLow":100000000,"intervalHigh":100000000,"endReason":"steady"},"upload":{"bitsPerSecond":20000000,"bytes":10000000,"durationMs":2500,"streams":4,"confidence":"high","intervalLow":20000000,"intervalHigh":20000000,"endReason":"steady"},"latency":{"idle":null,"download":null,"upload":null,"rpm":null},"ipv6":{"ability":null,"connectMs4":null,"connectMs6":null,"preferred":null},"lossRatio":null,"engineVersion":"0.1.0","estimatorVersion":"3","state":"verified","site":"hanoi.gov.vn","context":"citizen","kiosk":null,"access":null,"province":"48","provinceCodes":"VN-2025","receivedAt":"2026-10-06T01:00:00.000Z"}	a.b.c	\N	other	e1a9e4d1eaa29c92e34817a93e7525b17ad82f36e5e19994fcf2ccf88269fa62	1	2	1	\N	7552	\N	citizen	\N	\N	\N
01939fa0-0000-7000-8000-000000000003	aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa	2026-10-07T01:00:00.000Z	2026-10	48	VN-2025	hanoi.gov.vn	standard	verified	complete	hanoi	exchange	6	\N	100000000	20000000	\N	1	{"testId":"01939fa0-0000-7000-8000-000000000003","outcome":"complete","startedAt":"2026-10-07T01:00:00.000Z","endReason":"steady","flags":[],"failure":null,"plan":"standard","point":{"id":"hanoi","scope":"exchange"},"operator":{"asn":7552,"name":"Viettel"},"ipFamily":6,"download":{"bitsPerSecond":100000000,"bytes":10000000,"durationMs":2500,"streams":4,"confidence":"high","intervalLow":100000000,"intervalHigh":100000000,"endReason":"steady"},"upload":{"bitsPerSecond":20000000,"bytes":10000000,"durationMs":2500,"streams":4,"confidence":"high","intervalLow":20000000,"intervalHigh":20000000,"endReason":"steady"},"latency":{"idle":null,"download":null,"upload":null,"rpm":null},"ipv6":{"ability":null,"connectMs4":null,"connectMs6":null,"preferred":null},"lossRatio":null,"engineVersion":"0.1.0","estimatorVersion":"3","state":"verified","site":"hanoi.gov.vn","context":"citizen","kiosk":null,"access":null,"province":"48","provinceCodes":"VN-2025","receivedAt":"2026-10-07T01:00:00.000Z"}	a.b.c	\N	one	8aa5831f69c27aa1c9fb48826fde37c2ed4fd693cbf559802981248ce2dada72	1	2	1	\N	7552	\N	citizen	\N	\N	\N
01939fa0-0000-7000-8000-000000000001	aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa	2026-10-05T01:00:00.000Z	2026-10	48	VN-2025	hanoi.gov.vn	standard	verified	complete	hanoi	exchange	6	\N	100000000	20000000	\N	1	{"testId":"01939fa0-0000-7000-8000-000000000001","outcome":"complete","startedAt":"2026-10-05T01:00:00.000Z","endReason":"steady","flags":[],"failure":null,"plan":"standard","point":{"id":"hanoi","scope":"exchange"},"operator":{"asn":7552,"name":"Viettel"},"ipFamily":6,"download":{"bitsPerSecond":100000000,"bytes":10000000,"durationMs":2500,"streams":4,"confidence":"high","intervalLow":100000000,"intervalHigh":100000000,"endReason":"steady"},"upload":{"bitsPerSecond":20000000,"bytes":10000000,"durationMs":2500,"streams":4,"confidence":"high","intervalLow":20000000,"intervalHigh":20000000,"endReason":"steady"},"latency":{"idle":null,"download":null,"upload":null,"rpm":null},"ipv6":{"ability":null,"connectMs4":null,"connectMs6":null,"preferred":null},"lossRatio":null,"engineVersion":"0.1.0","estimatorVersion":"3","state":"verified","site":"hanoi.gov.vn","context":"citizen","kiosk":null,"access":null,"province":"48","provinceCodes":"VN-2025","receivedAt":"2026-10-05T01:00:00.000Z"}	a.b.c	\N	one	eeb71d874b09d2d8135401c5bcded9e9aef7667833c555fc57a9555b2201f4c1	1	2	0	\N	7552	\N	citizen	\N	\N	\N
\.

COPY public.results_2026_11 (test_id, body_hash, received_at, month, province, province_codes, site, plan, state, outcome, point_id, scope, ip_family, ipv6_ability, download_bps, upload_bps, latency_ms, consent_version, result, receipt, recording, source_key, lot, counted, validity, vote, access, operator_asn, kiosk, context, ipv4_connect_ms, ipv6_connect_ms, commune) FROM stdin;
01939fa0-0000-7000-8000-000000000004	aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa	2026-11-08T01:00:00.000Z	2026-11	01	VN-2025	hanoi.gov.vn	standard	verified	complete	hanoi	exchange	6	\N	100000000	20000000	\N	1	{"testId":"01939fa0-0000-7000-8000-000000000004","outcome":"complete","startedAt":"2026-11-08T01:00:00.000Z","endReason":"steady","flags":[],"failure":null,"plan":"standard","point":{"id":"hanoi","scope":"exchange"},"operator":{"asn":7552,"name":"Viettel"},"ipFamily":6,"download":{"bitsPerSecond":100000000,"bytes":10000000,"durationMs":2500,"streams":4,"confidence":"high","intervalLow":100000000,"intervalHigh":100000000,"endReason":"steady"},"upload":{"bitsPerSecond":20000000,"bytes":10000000,"durationMs":2500,"streams":4,"confidence":"high","intervalLow":20000000,"intervalHigh":20000000,"endReason":"steady"},"latency":{"idle":null,"download":null,"upload":null,"rpm":null},"ipv6":{"ability":null,"connectMs4":null,"connectMs6":null,"preferred":null},"lossRatio":null,"engineVersion":"0.1.0","estimatorVersion":"3","state":"verified","site":"hanoi.gov.vn","context":"citizen","kiosk":null,"access":null,"province":"01","provinceCodes":"VN-2025","receivedAt":"2026-11-08T01:00:00.000Z"}	a.b.c	\N	one	23d69d56db7dac88abc0fe0b47d3240bdf5cea93f4a7c28cc09930e2a69f04b2	1	2	1	\N	7552	\N	citizen	\N	\N	\N
\.

COPY public.results_2026_12 (test_id, body_hash, received_at, month, province, province_codes, site, plan, state, outcome, point_id, scope, ip_family, ipv6_ability, download_bps, upload_bps, latency_ms, consent_version, result, receipt, recording, source_key, lot, counted, validity, vote, access, operator_asn, kiosk, context, ipv4_connect_ms, ipv6_connect_ms, commune) FROM stdin;
\.

COPY public.results_other_months (test_id, body_hash, received_at, month, province, province_codes, site, plan, state, outcome, point_id, scope, ip_family, ipv6_ability, download_bps, upload_bps, latency_ms, consent_version, result, receipt, recording, source_key, lot, counted, validity, vote, access, operator_asn, kiosk, context, ipv4_connect_ms, ipv6_connect_ms, commune) FROM stdin;
\.

ALTER TABLE ONLY public.cells
    ADD CONSTRAINT cells_pkey PRIMARY KEY (province, month, province_codes, context, scope, access, asn, ip_family);

ALTER TABLE ONLY public.kiosk_days
    ADD CONSTRAINT kiosk_days_pkey PRIMARY KEY (site, day, kiosk);

ALTER TABLE ONLY public.marks
    ADD CONSTRAINT marks_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.migrations
    ADD CONSTRAINT migrations_pkey PRIMARY KEY (step);

ALTER TABLE ONLY public.results
    ADD CONSTRAINT results_pkey PRIMARY KEY (test_id, month);

ALTER TABLE ONLY public.results_2026_10
    ADD CONSTRAINT results_2026_10_pkey PRIMARY KEY (test_id, month);

ALTER TABLE ONLY public.results_2026_11
    ADD CONSTRAINT results_2026_11_pkey PRIMARY KEY (test_id, month);

ALTER TABLE ONLY public.results_2026_12
    ADD CONSTRAINT results_2026_12_pkey PRIMARY KEY (test_id, month);

ALTER TABLE ONLY public.results_other_months
    ADD CONSTRAINT results_other_months_pkey PRIMARY KEY (test_id, month);

CREATE INDEX cells_by_level ON public.cells USING btree (province_codes, context, access, asn, scope, ip_family, month, province);

CREATE INDEX results_by_source ON ONLY public.results USING btree (month, province, source_key, lot);

CREATE INDEX results_2026_10_month_province_source_key_lot_idx ON public.results_2026_10 USING btree (month, province, source_key, lot);

CREATE INDEX results_by_point ON ONLY public.results USING btree (point_id, received_at);

CREATE INDEX results_2026_10_point_id_received_at_idx ON public.results_2026_10 USING btree (point_id, received_at);

CREATE INDEX results_2026_11_month_province_source_key_lot_idx ON public.results_2026_11 USING btree (month, province, source_key, lot);

CREATE INDEX results_2026_11_point_id_received_at_idx ON public.results_2026_11 USING btree (point_id, received_at);

CREATE INDEX results_2026_12_month_province_source_key_lot_idx ON public.results_2026_12 USING btree (month, province, source_key, lot);

CREATE INDEX results_2026_12_point_id_received_at_idx ON public.results_2026_12 USING btree (point_id, received_at);

CREATE INDEX results_other_months_month_province_source_key_lot_idx ON public.results_other_months USING btree (month, province, source_key, lot);

CREATE INDEX results_other_months_point_id_received_at_idx ON public.results_other_months USING btree (point_id, received_at);

ALTER INDEX public.results_by_source ATTACH PARTITION public.results_2026_10_month_province_source_key_lot_idx;

ALTER INDEX public.results_pkey ATTACH PARTITION public.results_2026_10_pkey;

ALTER INDEX public.results_by_point ATTACH PARTITION public.results_2026_10_point_id_received_at_idx;

ALTER INDEX public.results_by_source ATTACH PARTITION public.results_2026_11_month_province_source_key_lot_idx;

ALTER INDEX public.results_pkey ATTACH PARTITION public.results_2026_11_pkey;

ALTER INDEX public.results_by_point ATTACH PARTITION public.results_2026_11_point_id_received_at_idx;

ALTER INDEX public.results_by_source ATTACH PARTITION public.results_2026_12_month_province_source_key_lot_idx;

ALTER INDEX public.results_pkey ATTACH PARTITION public.results_2026_12_pkey;

ALTER INDEX public.results_by_point ATTACH PARTITION public.results_2026_12_point_id_received_at_idx;

ALTER INDEX public.results_by_source ATTACH PARTITION public.results_other_months_month_province_source_key_lot_idx;

ALTER INDEX public.results_pkey ATTACH PARTITION public.results_other_months_pkey;

ALTER INDEX public.results_by_point ATTACH PARTITION public.results_other_months_point_id_received_at_idx;

