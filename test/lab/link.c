// link.c: a user-space network link between two network namespaces.
//
// Opens one TUN device in each of two existing namespaces and carries IPv4 and
// IPv6 packets between them with, per direction: a rate (constant, looping
// steps, or a mahimahi-style trace), a drop-tail queue, random loss, one-way
// delay and jitter.  Departure times are computed on an exact virtual clock;
// only the moment of delivery is rounded up to the wake-up grid (--quantum).
//
// The TUN devices offer TCP segmentation offload, so that the kernel hands over
// up to 64 kB per read().  Such a packet is cut back into MTU-sized packets
// here (each one is queued, lost and delayed on its own) and packets that are
// due in the same wake-up are joined again for write(), the way GRO does.
//
// build: gcc -O2 -o link link.c -lm (lab.ts does it)
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <math.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#define SLOTS (1u << 17)
#define MASK (SLOTS - 1)
#define MAXPKT 1536
#define GSO_TCP4 1
#define GSO_TCP6 4
#define GSO_ECN 0x80
#define F_NEEDS_CSUM 1

typedef struct __attribute__((packed)) {
  uint8_t flags, gso_type;
  uint16_t hdr_len, gso_size, csum_start, csum_offset;
} vhdr;

typedef struct {
  double arr, out;  // ns since start: arrival; delivery (once served)
  uint16_t len, cs_start, cs_off;
  uint8_t needs_csum;
  uint8_t buf[MAXPKT];
} pkt;

typedef struct { double dur, rate; } step;  // ns, bit/s

typedef struct {
  const char *name;
  int in, outfd;
  // rate
  int kind;  // 0 const, 1 steps, 2 trace
  double rate;
  step *steps; int nsteps; double period;
  double *opp; long nopp; double opp_period; long opp_i; double opp_left;
  // queue, delay, loss
  double qbytes, delay, jitter, loss;
  uint64_t rng;
  pkt *ring;
  uint64_t head, mid, tail;  // head..mid in flight, mid..tail waiting
  double next_free, last_out, waiting;
  // counters
  uint64_t rx_pkts, rx_bytes, tx_pkts, tx_bytes, qdrops, qdrop_bytes, ldrops, ldrop_bytes, over, writes, reads;
  double max_wait, late_max, late_sum;
} dir;

static volatile sig_atomic_t stop;
static void on_sig(int s) { (void)s; stop = 1; }
static struct timespec t0;
static double now_ns(void) {
  struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)(t.tv_sec - t0.tv_sec) * 1e9 + (double)(t.tv_nsec - t0.tv_nsec);
}
static void die(const char *m) { perror(m); exit(2); }

static double rnd(dir *d) {
  uint64_t x = d->rng; x ^= x >> 12; x ^= x << 25; x ^= x >> 27; d->rng = x;
  return (double)((x * 2685821657736338717ull) >> 11) / 9007199254740992.0;
}

// ---- options ---------------------------------------------------------------
static double p_rate(const char *s) {
  char *e; double v = strtod(s, &e);
  if (!strncasecmp(e, "gbit", 4)) v *= 1e9; else if (!strncasecmp(e, "mbit", 4)) v *= 1e6;
  else if (!strncasecmp(e, "kbit", 4)) v *= 1e3;
  if (!(v > 0)) { fprintf(stderr, "link: bad rate '%s'\n", s); exit(2); }
  return v;
}
static double p_time(const char *s) {  // ns; a bare number is ms
  char *e; double v = strtod(s, &e);
  if (!strncmp(e, "us", 2)) return v * 1e3;
  if (*e == 's') return v * 1e9;
  return v * 1e6;
}
static void set_rate(dir *d, const char *s) {
  if (!strncmp(s, "steps:", 6)) {  // steps:80mbit@3s,20mbit@3s
    d->kind = 1; char *c = strdup(s + 6), *sv = 0; double bits = 0;
    for (char *t = strtok_r(c, ",", &sv); t; t = strtok_r(0, ",", &sv)) {
      char *at = strchr(t, '@');
      if (!at) { fprintf(stderr, "link: step needs RATE@TIME\n"); exit(2); }
      *at = 0; d->steps = realloc(d->steps, sizeof(step) * (d->nsteps + 1));
      step *p = &d->steps[d->nsteps++]; p->rate = p_rate(t); p->dur = p_time(at + 1);
      d->period += p->dur; bits += p->rate * p->dur / 1e9;
    }
    d->rate = bits / (d->period / 1e9);
  } else if (!strncmp(s, "trace:", 6)) {  // one ms timestamp a line = 1500 bytes
    d->kind = 2; FILE *f = fopen(s + 6, "r"); if (!f) die(s + 6);
    double ms; while (fscanf(f, "%lf", &ms) == 1) {
      d->opp = realloc(d->opp, sizeof(double) * (d->nopp + 1)); d->opp[d->nopp++] = ms * 1e6;
    }
    fclose(f);
    if (!d->nopp || d->opp[d->nopp - 1] <= 0) { fprintf(stderr, "link: empty trace\n"); exit(2); }
    d->opp_period = d->opp[d->nopp - 1]; d->opp_left = 1500;
    d->rate = d->nopp * 12000.0 / (d->opp_period / 1e9);
  } else { d->kind = 0; d->rate = p_rate(s); }
}

// ---- the bottleneck --------------------------------------------------------
static double opp_time(dir *d, long i) { return (i / d->nopp) * d->opp_period + d->opp[i % d->nopp]; }

static double finish(dir *d, double start, double bytes) {
  if (d->kind == 0) return start + bytes * 8e9 / d->rate;
  if (d->kind == 1) {
    double bits = bytes * 8, t = start, ph = fmod(start, d->period); int i = 0;
    while (ph >= d->steps[i].dur && i < d->nsteps - 1) ph -= d->steps[i++].dur;
    for (;;) {
      double left = d->steps[i].dur - ph, cap = d->steps[i].rate * left / 1e9;
      if (cap >= bits) return t + bits * 1e9 / d->steps[i].rate;
      bits -= cap; t += left; ph = 0; i = (i + 1) % d->nsteps;
    }
  }
  for (;;) {
    if (opp_time(d, d->opp_i) < start) {  // missed while idle: wasted
      double k = floor(start / d->opp_period) - 1; long j = k > 0 ? (long)k * d->nopp : 0;
      if (j > d->opp_i) d->opp_i = j;
      while (opp_time(d, d->opp_i) < start) d->opp_i++;
      d->opp_left = 1500;
    }
    double take = bytes < d->opp_left ? bytes : d->opp_left;
    bytes -= take; d->opp_left -= take;
    double t = opp_time(d, d->opp_i);
    if (d->opp_left <= 0) { d->opp_i++; d->opp_left = 1500; }
    if (bytes <= 0) return t;
  }
}

static void serve(dir *d, double now) {
  while (d->mid != d->tail) {
    pkt *p = &d->ring[d->mid & MASK];
    double start = d->next_free > p->arr ? d->next_free : p->arr;
    if (start > now) break;
    double f = finish(d, start, p->len);
    d->next_free = f; d->waiting -= p->len;
    double o = f + d->delay + (d->jitter > 0 ? rnd(d) * d->jitter : 0);
    if (o < d->last_out) o = d->last_out;  // never reorder
    d->last_out = p->out = o; d->mid++;
  }
}

static pkt *enqueue(dir *d, double now, unsigned len) {  // NULL: dropped
  d->rx_pkts++; d->rx_bytes += len;
  if (d->loss > 0 && rnd(d) < d->loss) { d->ldrops++; d->ldrop_bytes += len; return 0; }
  if (d->waiting + len > d->qbytes) { d->qdrops++; d->qdrop_bytes += len; return 0; }
  if (d->tail - d->head >= SLOTS || len > MAXPKT) { d->over++; return 0; }
  pkt *p = &d->ring[d->tail++ & MASK];
  p->arr = now; p->len = len; d->waiting += len;
  if (d->waiting > d->max_wait) d->max_wait = d->waiting;
  return p;
}

static uint32_t sum16(const uint8_t *b, int n, uint32_t s) {
  for (int i = 0; i + 1 < n; i += 2) s += (uint32_t)b[i] << 8 | b[i + 1];
  return s;
}
static uint16_t fold(uint32_t s) { while (s >> 16) s = (s & 0xffff) + (s >> 16); return s; }
static void put16(uint8_t *b, unsigned v) { b[0] = v >> 8; b[1] = v; }
static void put32(uint8_t *b, uint32_t v) { put16(b, v >> 16); put16(b + 2, v & 0xffff); }
static uint32_t get32(const uint8_t *b) { return (uint32_t)b[0] << 24 | b[1] << 16 | b[2] << 8 | b[3]; }
static unsigned get16(const uint8_t *b) { return b[0] << 8 | b[1]; }

// set length fields, IP checksum and the partial TCP checksum of a packet
static void fix_headers(uint8_t *h, int iph, unsigned len) {
  uint32_t s; unsigned l4 = len - iph;
  if ((h[0] >> 4) == 4) {
    put16(h + 2, len); put16(h + 10, 0); put16(h + 10, (uint16_t)~fold(sum16(h, iph, 0)));
    s = sum16(h + 12, 8, 0);
  } else { put16(h + 4, len - 40); s = sum16(h + 8, 32, 0); }
  put16(h + iph + 16, fold(s + 6 + l4));
}

static void ingest(dir *d, double now, uint8_t *b, int n) {
  vhdr *v = (vhdr *)b; uint8_t *ip = b + sizeof(vhdr); int len = n - (int)sizeof(vhdr);
  if (len < 20) return;
  int gso = v->gso_type & ~GSO_ECN;
  if (gso == 0) {
    pkt *p = enqueue(d, now, len); if (!p) return;
    memcpy(p->buf, ip, len);
    p->needs_csum = v->flags & F_NEEDS_CSUM; p->cs_start = v->csum_start; p->cs_off = v->csum_offset;
    return;
  }
  int iph = v->csum_start, tcph = (ip[iph + 12] >> 4) * 4, hl = iph + tcph, mss = v->gso_size, v4 = (ip[0] >> 4) == 4;
  uint32_t seq = get32(ip + iph + 4); unsigned id = get16(ip + 4); uint8_t fl = ip[iph + 13];
  int pay = len - hl, i = 0;
  for (int off = 0; off < pay; off += mss, i++) {
    int m = pay - off < mss ? pay - off : mss;
    pkt *p = enqueue(d, now, hl + m); if (!p) continue;
    memcpy(p->buf, ip, hl); memcpy(p->buf + hl, ip + hl + off, m);
    uint8_t *h = p->buf; if (v4) put16(h + 4, id + i);
    put32(h + iph + 4, seq + off);
    uint8_t f = fl; if (off + m < pay) f &= ~(0x01 | 0x08); if (off) f &= ~0x80;
    h[iph + 13] = f; fix_headers(h, iph, hl + m);
    p->needs_csum = 1; p->cs_start = iph; p->cs_off = 16;
  }
}

static int tcp_iph(const pkt *p) {  // IP header length if joinable TCP, else 0
  const uint8_t *h = p->buf; int iph;
  if (!p->needs_csum || p->cs_off != 16) return 0;
  if (h[0] == 0x45) { if (h[9] != 6 || (get16(h + 6) & 0x3fff)) return 0; iph = 20; }
  else if ((h[0] >> 4) == 6) { if (h[6] != 6) return 0; iph = 40; }
  else return 0;
  return p->cs_start == iph ? iph : 0;
}

static void emit(dir *d, double now) {
  static uint8_t hdr[128];
  while (d->head != d->mid) {
    pkt *p = &d->ring[d->head & MASK];
    if (p->out > now) return;
    struct iovec iov[64]; int ni = 0, n = 1; vhdr v; memset(&v, 0, sizeof v);
    if (p->needs_csum) { v.flags = F_NEEDS_CSUM; v.csum_start = p->cs_start; v.csum_offset = p->cs_off; }
    int iph = tcp_iph(p), hl = 0, mss = 0; unsigned total = p->len; uint8_t fl = 0;
    if (iph) { hl = iph + (p->buf[iph + 12] >> 4) * 4; mss = p->len - hl; fl = p->buf[iph + 13]; }
    iov[ni++] = (struct iovec){&v, sizeof v};
    if (iph && mss > 0 && (fl & ~0x08) == 0x10) {
      uint32_t next = get32(p->buf + iph + 4) + mss; int lastlen = mss; uint8_t f2 = fl;
      while (n < 44 && d->head + n != d->mid && lastlen == mss && !(f2 & 0x08)) {
        pkt *q = &d->ring[(d->head + n) & MASK];
        if (q->out > now || tcp_iph(q) != iph || q->len <= hl || q->len - hl > mss || total + q->len - hl > 65000) break;
        const uint8_t *a = p->buf, *b = q->buf;
        if (a[0] != b[0] || a[1] != b[1]) break;  // version, tos
        if (iph == 20 ? memcmp(a + 12, b + 12, 8) || a[8] != b[8] : memcmp(a + 2, b + 2, 2) || memcmp(a + 7, b + 7, 33)) break;
        a += iph; b += iph;  // ports, ack, data offset, window, options
        if (memcmp(a, b, 4) || get32(b + 4) != next || memcmp(a + 8, b + 8, 5) || memcmp(a + 14, b + 14, 2) ||
            memcmp(a + 18, b + 18, hl - iph - 18) || (b[13] & ~0x08) != 0x10) break;
        if (n == 1) { iov[ni++] = (struct iovec){hdr, hl}; iov[ni++] = (struct iovec){p->buf + hl, mss}; }
        lastlen = q->len - hl; next += lastlen; total += lastlen; f2 = b[13];
        iov[ni++] = (struct iovec){q->buf + hl, lastlen}; n++;
      }
      if (n > 1) {
        memcpy(hdr, p->buf, hl); hdr[iph + 13] = f2; fix_headers(hdr, iph, total);
        v.gso_type = iph == 20 ? GSO_TCP4 : GSO_TCP6; v.gso_size = mss; v.hdr_len = hl;
      }
    }
    if (n == 1) iov[ni++] = (struct iovec){p->buf, p->len};
    double late = now - p->out; d->late_sum += late * n; if (late > d->late_max) d->late_max = late;
    for (int k = 0; k < n; k++) d->tx_bytes += d->ring[(d->head + k) & MASK].len;
    d->tx_pkts += n; d->head += n; d->writes++;
    if (writev(d->outfd, iov, ni) < 0 && errno != EAGAIN && errno != EIO && errno != ENOBUFS) perror("link: write");
  }
}

// ---- set-up ----------------------------------------------------------------
static int open_tun(const char *ns, const char *ifn) {
  char path[256]; snprintf(path, sizeof path, "/var/run/netns/%s", ns);
  int self = open("/proc/self/ns/net", O_RDONLY), nf = open(path, O_RDONLY);
  if (nf < 0) die(path);
  if (setns(nf, CLONE_NEWNET)) die("setns");
  int fd = open("/dev/net/tun", O_RDWR | O_NONBLOCK); if (fd < 0) die("/dev/net/tun");
  struct ifreq r; memset(&r, 0, sizeof r); snprintf(r.ifr_name, IFNAMSIZ, "%s", ifn);
  r.ifr_flags = IFF_TUN | IFF_NO_PI | IFF_VNET_HDR;
  if (ioctl(fd, TUNSETIFF, &r)) die("TUNSETIFF");
  int sz = sizeof(vhdr); if (ioctl(fd, TUNSETVNETHDRSZ, &sz)) die("TUNSETVNETHDRSZ");
  if (ioctl(fd, TUNSETOFFLOAD, TUN_F_CSUM | TUN_F_TSO4 | TUN_F_TSO6)) die("TUNSETOFFLOAD");
  if (setns(self, CLONE_NEWNET)) die("setns back");
  close(self); close(nf); return fd;
}

static void print_dir(FILE *f, dir *d, const char *end) {
  fprintf(f, "  \"%s\": {\"rx_pkts\": %lu, \"rx_bytes\": %lu, \"delivered_pkts\": %lu, \"delivered_bytes\": %lu, "
    "\"queue_drops\": %lu, \"queue_drop_bytes\": %lu, \"loss_drops\": %lu, \"loss_drop_bytes\": %lu, \"overflow\": %lu, "
    "\"max_queue_bytes\": %.0f, \"queue_limit_bytes\": %.0f, \"reads\": %lu, \"writes\": %lu, "
    "\"late_mean_us\": %.1f, \"late_max_us\": %.1f}%s\n",
    d->name, d->rx_pkts, d->rx_bytes, d->tx_pkts, d->tx_bytes, d->qdrops, d->qdrop_bytes, d->ldrops, d->ldrop_bytes, d->over,
    d->max_wait, d->qbytes, d->reads, d->writes, d->tx_pkts ? d->late_sum / d->tx_pkts / 1e3 : 0, d->late_max / 1e3, end);
}

int main(int argc, char **argv) {
  const char *nsA = 0, *nsB = 0, *ifA = "lab0", *ifB = "lab0", *stats = 0, *logf = 0;
  const char *q[2] = {"100ms", "100ms"}; double quantum = 50e3, logms = 100; uint64_t seed = 1; int rt = 1;
  static dir D[2]; D[0].name = "down"; D[1].name = "up"; D[0].rate = D[1].rate = 0;
  for (int i = 1; i + 1 < argc; i += 2) {
    const char *o = argv[i], *a = argv[i + 1];
    if (!strcmp(o, "--ns-client")) nsA = a; else if (!strcmp(o, "--ns-server")) nsB = a;
    else if (!strcmp(o, "--down")) set_rate(&D[0], a); else if (!strcmp(o, "--up")) set_rate(&D[1], a);
    else if (!strcmp(o, "--delay-down")) D[0].delay = p_time(a); else if (!strcmp(o, "--delay-up")) D[1].delay = p_time(a);
    else if (!strcmp(o, "--jitter-down")) D[0].jitter = p_time(a); else if (!strcmp(o, "--jitter-up")) D[1].jitter = p_time(a);
    else if (!strcmp(o, "--loss-down")) D[0].loss = atof(a); else if (!strcmp(o, "--loss-up")) D[1].loss = atof(a);
    else if (!strcmp(o, "--queue-down")) q[0] = a; else if (!strcmp(o, "--queue-up")) q[1] = a;
    else if (!strcmp(o, "--seed")) seed = strtoull(a, 0, 10); else if (!strcmp(o, "--quantum")) quantum = p_time(a);
    else if (!strcmp(o, "--stats")) stats = a; else if (!strcmp(o, "--log")) logf = a;
    else if (!strcmp(o, "--log-ms")) logms = atof(a); else if (!strcmp(o, "--rt")) rt = atoi(a);
    else { fprintf(stderr, "link: unknown option %s\n", o); return 2; }
  }
  if (!nsA || !nsB || D[0].rate <= 0 || D[1].rate <= 0) { fprintf(stderr, "link: needs --ns-client --ns-server --down --up\n"); return 2; }
  for (int k = 0; k < 2; k++) {
    dir *d = &D[k]; const char *s = q[k]; char *e; double v = strtod(s, &e);
    if (!strcmp(e, "b") || !*e) d->qbytes = v; else if (!strcmp(e, "kb")) d->qbytes = v * 1e3;
    else if (!strcmp(e, "mb")) d->qbytes = v * 1e6; else d->qbytes = p_time(s) / 1e9 * d->rate / 8;
    if (d->qbytes < 3000) d->qbytes = 3000;
    d->rng = (seed * 2 + k + 1) * 0x9E3779B97F4A7C15ull; for (int i = 0; i < 8; i++) rnd(d);
    d->ring = mmap(0, sizeof(pkt) * (size_t)SLOTS, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (d->ring == MAP_FAILED) die("mmap");
  }
  int fa = open_tun(nsA, ifA), fb = open_tun(nsB, ifB);
  D[0].in = fb; D[0].outfd = fa; D[1].in = fa; D[1].outfd = fb;
  prctl(PR_SET_TIMERSLACK, 1);
  if (rt) { struct sched_param sp = {.sched_priority = 10}; if (sched_setscheduler(0, SCHED_FIFO, &sp)) (void)!nice(-20); }
  signal(SIGINT, on_sig); signal(SIGTERM, on_sig); signal(SIGPIPE, SIG_IGN);
  FILE *lf = logf ? fopen(logf, "w") : 0;
  if (lf) fprintf(lf, "t_ms,down_bytes,down_wait,down_qdrops,down_ldrops,up_bytes,up_wait,up_qdrops,up_ldrops\n");
  int ep = epoll_create1(0);
  for (int k = 0; k < 2; k++) { struct epoll_event e = {.events = EPOLLIN, .data.u32 = k}; if (epoll_ctl(ep, EPOLL_CTL_ADD, D[k].in, &e)) die("epoll"); }
  clock_gettime(CLOCK_MONOTONIC, &t0);
  printf("READY\n"); fflush(stdout);
  static uint8_t buf[70000]; double nextlog = 0, last = 0;
  while (!stop) {
    double now = now_ns();
    for (int k = 0; k < 2; k++) {
      dir *d = &D[k]; serve(d, now);
      for (int r = 0; r < 64; r++) {
        ssize_t n = read(d->in, buf, sizeof buf); if (n <= 0) break;
        d->reads++; ingest(d, now, buf, (int)n);
      }
      serve(d, now); now = now_ns(); emit(d, now);
    }
    if (lf && now >= nextlog) {
      struct timespec w; clock_gettime(CLOCK_REALTIME, &w);
      fprintf(lf, "%ld%03ld,%lu,%.0f,%lu,%lu,%lu,%.0f,%lu,%lu\n", w.tv_sec, w.tv_nsec / 1000000, D[0].tx_bytes, D[0].waiting, D[0].qdrops, D[0].ldrops,
              D[1].tx_bytes, D[1].waiting, D[1].qdrops, D[1].ldrops);
      fflush(lf); nextlog = now + logms * 1e6;
    }
    double next = now + 100e6; if (lf && nextlog < next) next = nextlog;
    for (int k = 0; k < 2; k++) {
      dir *d = &D[k];
      if (d->head != d->mid) { double o = d->ring[d->head & MASK].out; if (o < next) next = o; }
      else if (d->mid != d->tail && d->next_free < next) next = d->next_free;
    }
    // a minimum spacing of the wake-ups batches reads and writes
    double floor_t = last + quantum, t = now_ns();
    if (t < floor_t) { double w = floor_t - t; struct timespec ts = {0, (long)w}; nanosleep(&ts, 0); t = now_ns(); }
    last = t;
    double w = next - t;
    if (w > 0) {
      struct timespec ts = {(time_t)(w / 1e9), (long)fmod(w, 1e9)}; struct epoll_event ev[2];
      syscall(SYS_epoll_pwait2, ep, ev, 2, &ts, NULL, 0); last = now_ns();
    }
  }
  FILE *sf = stats ? fopen(stats, "w") : stdout; if (!sf) sf = stdout;
  fprintf(sf, "{\n  \"seconds\": %.3f,\n", now_ns() / 1e9); print_dir(sf, &D[0], ","); print_dir(sf, &D[1], ""); fprintf(sf, "}\n");
  fflush(sf); if (lf) fclose(lf);
  return 0;
}
