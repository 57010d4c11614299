/*
 * A load generator for servers on loopback: one thread, epoll, open loop.
 *
 * Request i is due at start + i / rate, whatever became of the ones before it, and its latency counts from that
 * moment. A server that stalls is thus charged for every request that fell due meanwhile. What the generator
 * itself could not do (no descriptor, no port, too far behind its plan) is counted apart from what the server did.
 *
 * Every request has one outcome: requests = answered + serverErrors + generatorErrors.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <getopt.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static const char help[] =
    "Usage: generator --port PORT [options]\n"
    "\n"
    "Sends requests to 127.0.0.1 at a constant rate and prints one line of JSON.\n"
    "\n"
    "  --host ADDRESS        within 127.0.0.0/8 (default 127.0.0.1)\n"
    "  --mode MODE           request: connect, send, read the answer to its end, a connection a request (default)\n"
    "                        accept: as request, but nothing is sent\n"
    "                        keep-alive: the requests take turns on --connections that stay open\n"
    "  --rate R              requests a second; 0 sends none (default 100)\n"
    "  --duration SECONDS    how long requests are sent (default 1)\n"
    "  --timeout SECONDS     how long an answer may take, from the moment its request was due (default 2)\n"
    "  --connections N       keep-alive only: open connections, opened before the start (default 1)\n"
    "  --request TEXT        what is sent; \\r \\n \\t \\\\ are understood\n"
    "  --answer TEXT         the whole answer, byte for byte; or\n"
    "  --body TEXT           the body of an HTTP answer of status 200, whatever its head\n"
    "  --idle N              connections that say nothing, open from before the start to the end\n"
    "  --slow N              connections that send the request one byte at a time, again and again\n"
    "  --slow-interval MS    between two of their bytes (default 100)\n"
    "  --sources N           source addresses, 127.0.0.1 to 127.0.0.N, for more ports (default 8)\n"
    "  --max-lag SECONDS     a request that could not be started for so long is not sent (default: the timeout)\n"
    "  --histogram           print the latencies' buckets too: [lowest microsecond, count]\n";

static struct {
    int port, connections, idle, slow, sources, keep, silent, histogram;
    double rate, duration, timeout, slow_interval, max_lag;
    struct in_addr host;
    char *request, *answer, *body;
    size_t request_size, answer_size, body_size;
} options = {.connections = 1, .sources = 8, .rate = 100, .duration = 1, .timeout = 2, .slow_interval = 0.1, .max_lag = -1};

/* --- Time, in nanoseconds of the monotonic clock --- */

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static int64_t nanoseconds(double seconds) { return (int64_t)(seconds * 1e9); }

/* --- A log-linear histogram of microseconds, as HdrHistogram has it: up to 2,048 every value has a bucket of its own;
 * above, each doubling is cut into 1,024 buckets. A value read back is at most 0.1 % too low. --- */

enum { linear = 2048, half = 1024, buckets = linear + half * 32 };

struct histogram {
    uint64_t count, counts[buckets];
    double sum;
    int64_t max;
};

static struct histogram latency, service, lag;

static int bucket_of(uint64_t value) {
    if (value < linear) return (int)value;
    int doublings = 63 - __builtin_clzll(value) - 10;
    int bucket = doublings * half + (int)(value >> doublings);
    return bucket < buckets ? bucket : buckets - 1;
}

static uint64_t lowest_of(int bucket) {
    if (bucket < linear) return (uint64_t)bucket;
    int doublings = bucket / half - 1;
    return (uint64_t)(bucket - doublings * half) << doublings;
}

static void record(struct histogram *histogram, int64_t time) {
    if (time < 0) time = 0;
    histogram->counts[bucket_of((uint64_t)time / 1000)]++;
    histogram->count++;
    histogram->sum += (double)time / 1e6;
    if (time > histogram->max) histogram->max = time;
}

/* The smallest recorded value at or below which this share of the values lies, in milliseconds. */
static double quantile(const struct histogram *histogram, double share) {
    uint64_t wanted = (uint64_t)(share * (double)histogram->count + 0.999999), seen = 0;
    for (int bucket = 0; bucket < buckets; bucket++) {
        seen += histogram->counts[bucket];
        if (seen >= wanted && seen > 0) return (double)lowest_of(bucket) / 1e3;
    }
    return 0;
}

/* --- What happened --- */

static struct {
    uint64_t answered, in_window, timeout, refused, reset, wrong, cut, other;
    uint64_t descriptors, ports, lag;
    uint64_t reopened, slow_answered, slow_failed;
    uint64_t open, open_max;
} tally;

enum kind { asking, idling, slowing };

struct connection {
    int descriptor; /* -1 while closed */
    enum kind kind;
    int connected;
    int waiting;      /* a request was sent (or in accept mode: the connection opened) and is not answered */
    int64_t sent;     /* when its request was really started */
    int64_t whole;    /* when the last byte of the answer came; 0 before */
    uint64_t request; /* the earliest request of this connection without an outcome */
    uint64_t due;     /* how many of its requests have fallen due and have no outcome */
    size_t received, written;
    char *head; /* HTTP answers are kept until they are whole */
};

enum { head_size = 8192, batch = 64 };

static struct connection *connections;
static uint8_t *finished; /* by request */
static uint64_t requests, next_request, oldest;
static int64_t start, window_end;
static int poll_descriptor, total, sources_used;

static int64_t due_at(uint64_t request) { return start + (int64_t)((double)request * 1e9 / options.rate); }

static void finish(struct connection *connection, uint64_t *outcome) {
    if (connection->due == 0) return;
    finished[connection->request] = 1;
    (*outcome)++;
    connection->request += (uint64_t)options.connections;
    connection->due--;
    connection->waiting = 0;
}

static void close_connection(struct connection *connection, int abort) {
    if (connection->descriptor < 0) return;
    struct linger at_once = {.l_onoff = 1, .l_linger = 0};
    if (abort) setsockopt(connection->descriptor, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    close(connection->descriptor);
    free(connection->head);
    connection->descriptor = -1;
    connection->head = NULL;
    connection->connected = connection->waiting = 0;
    connection->received = connection->written = 0;
    tally.open--;
}

/* Opens a connection; gives the count that the failure belongs to, or NULL. */
static uint64_t *open_connection(struct connection *connection) {
    int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return &tally.descriptors;
    int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    struct sockaddr_in own = {.sin_family = AF_INET};
    own.sin_addr.s_addr = htonl(0x7f000001u + (uint32_t)(sources_used++ % options.sources));
    setsockopt(descriptor, IPPROTO_IP, 24 /* IP_BIND_ADDRESS_NO_PORT */, &on, sizeof on);
    struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons((uint16_t)options.port), .sin_addr = options.host};
    uint64_t *failure = NULL;
    if (bind(descriptor, (struct sockaddr *)&own, sizeof own) < 0) failure = &tally.ports;
    else if (connect(descriptor, (struct sockaddr *)&server, sizeof server) < 0 && errno != EINPROGRESS)
        failure = errno == EADDRNOTAVAIL || errno == EADDRINUSE ? &tally.ports : errno == ECONNREFUSED ? &tally.refused : &tally.other;
    if (failure != NULL) {
        close(descriptor);
        return failure;
    }
    struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, .data.ptr = connection};
    epoll_ctl(poll_descriptor, EPOLL_CTL_ADD, descriptor, &event);
    connection->descriptor = descriptor;
    connection->whole = 0;
    if (++tally.open > tally.open_max) tally.open_max = tally.open;
    return NULL;
}

/* Sends the earliest request that is due; opens the connection for it where none is open. */
static void ask(struct connection *connection) {
    if (connection->due == 0 || connection->waiting) return;
    if (connection->descriptor < 0) {
        connection->sent = now();
        uint64_t *failure = open_connection(connection);
        if (failure != NULL) {
            finish(connection, failure);
            return;
        }
        if (options.silent) connection->waiting = 1;
        return;
    }
    if (!connection->connected || options.silent) return;
    if (options.keep) connection->sent = now();
    connection->waiting = 1;
    connection->received = 0;
    connection->whole = 0;
    if (send(connection->descriptor, options.request, options.request_size, MSG_NOSIGNAL) >= 0) return;
    finish(connection, errno == EPIPE || errno == ECONNRESET ? &tally.reset : &tally.other);
    close_connection(connection, 1);
}

/* A request falls due. */
static void begin(uint64_t request) {
    struct connection *connection = &connections[request % (uint64_t)options.connections];
    int64_t behind = now() - due_at(request);
    record(&lag, behind);
    connection->due++;
    if (behind > nanoseconds(options.max_lag) && !connection->waiting && connection->due == 1) finish(connection, &tally.lag);
    else ask(connection);
}

/* Outcomes by timeout: requests fall due in order, so the oldest without an outcome is the first to run out. */
static void expire(int64_t time) {
    for (; oldest < next_request; oldest++) {
        if (finished[oldest]) continue;
        if (due_at(oldest) + nanoseconds(options.timeout) > time) return;
        struct connection *connection = &connections[oldest % (uint64_t)options.connections];
        finish(connection, &tally.timeout);
        close_connection(connection, 1);
        ask(connection);
    }
}

/* --- Answers --- */

enum verdict { partial, whole, wrong };

/* An HTTP answer: status 200, a body as expected, as long as its head says, or up to the end where it says nothing. */
static enum verdict judge_http(const struct connection *connection, int ended) {
    const char *head = connection->head;
    size_t size = connection->received;
    if (size >= 13 && (memcmp(head, "HTTP/1.", 7) != 0 || memcmp(head + 8, " 200 ", 5) != 0)) return wrong;
    const char *end = memmem(head, size, "\r\n\r\n", 4);
    if (end == NULL) return ended ? wrong : partial;
    const char *body = end + 4;
    size_t length = size - (size_t)(body - head), promised = SIZE_MAX;
    for (const char *line = head; line < end; line++) {
        if (line[0] == '\n' && strncasecmp(line + 1, "content-length:", 15) == 0) promised = strtoul(line + 16, NULL, 10);
    }
    if (promised != SIZE_MAX && promised != options.body_size) return wrong;
    if (length > options.body_size || memcmp(body, options.body, length) != 0) return wrong;
    if (length < options.body_size) return partial;
    return promised == SIZE_MAX && !ended ? partial : whole;
}

static enum verdict judge(struct connection *connection, const char *data, size_t size) {
    if (options.body == NULL) {
        size_t before = connection->received;
        connection->received += size;
        if (before + size > options.answer_size || memcmp(options.answer + before, data, size) != 0) return wrong;
        return connection->received == options.answer_size ? whole : partial;
    }
    if (connection->head == NULL) connection->head = malloc(head_size + 1);
    if (connection->received + size > head_size) return wrong;
    memcpy(connection->head + connection->received, data, size);
    connection->received += size;
    connection->head[connection->received] = 0;
    return judge_http(connection, 0);
}

static void answered(struct connection *connection) {
    int64_t due = due_at(connection->request);
    record(&latency, connection->whole - due);
    record(&service, connection->whole - connection->sent);
    if (connection->whole <= window_end) tally.in_window++;
    finish(connection, &tally.answered);
}

/* --- Connections beside the load --- */

static void restart_slow(struct connection *connection, int answered_whole) {
    if (answered_whole) tally.slow_answered++;
    else tally.slow_failed++;
    close_connection(connection, !answered_whole);
    if (now() < window_end) open_connection(connection);
}

static void trickle(void) {
    for (int i = 0; i < total; i++) {
        struct connection *one = &connections[i];
        if (one->kind != slowing || !one->connected || one->written >= options.request_size) continue;
        if (send(one->descriptor, options.request + one->written, 1, MSG_NOSIGNAL) == 1) one->written++;
        else restart_slow(one, 0);
    }
}

/* --- Events --- */

/* The connection ended: cleanly (error 0), or with the error of the socket. */
static void ended(struct connection *connection, int error) {
    if (connection->kind == idling) {
        close_connection(connection, 0);
        return;
    }
    if (connection->kind == asking && options.body != NULL && error == 0 && connection->head != NULL && connection->whole == 0 &&
        judge_http(connection, 1) == whole)
        connection->whole = now();
    if (connection->kind == slowing) {
        restart_slow(connection, error == 0 && connection->whole > 0);
        return;
    }
    if (options.keep && !connection->waiting) tally.reopened++;
    else if (connection->due > 0) {
        if (error == ECONNREFUSED) finish(connection, &tally.refused);
        else if (error == ECONNRESET || error == EPIPE) finish(connection, &tally.reset);
        else if (error != 0) finish(connection, &tally.other);
        else if (connection->whole > 0) answered(connection);
        else finish(connection, &tally.cut);
    }
    close_connection(connection, 0);
    ask(connection);
}

static void readable(struct connection *connection) {
    char data[4096];
    for (;;) {
        ssize_t size = recv(connection->descriptor, data, sizeof data, 0);
        if (size < 0 && errno == EAGAIN) return;
        if (size < 0) return ended(connection, errno);
        if (size == 0) return ended(connection, 0);
        if (connection->kind == idling) continue;
        enum verdict verdict = judge(connection, data, (size_t)size);
        if (verdict == wrong && connection->kind == slowing) return restart_slow(connection, 0);
        if (verdict == wrong) {
            finish(connection, &tally.wrong);
            close_connection(connection, 1);
            return ask(connection);
        }
        if (verdict == partial) continue;
        connection->whole = now();
        if (options.keep && connection->kind == slowing) return restart_slow(connection, 1);
        if (options.keep && connection->waiting) {
            answered(connection);
            connection->received = 0;
            ask(connection);
        }
    }
}

static void handle(struct epoll_event event) {
    struct connection *connection = event.data.ptr;
    if (connection->descriptor < 0) return;
    if ((event.events & EPOLLERR) && !connection->connected) {
        int error = 0;
        socklen_t size = sizeof error;
        getsockopt(connection->descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
        if (error != 0) return ended(connection, error);
    }
    if ((event.events & EPOLLOUT) && !connection->connected) {
        connection->connected = 1;
        if (connection->kind == asking) ask(connection);
    }
    if (connection->descriptor >= 0 && (event.events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP))) readable(connection);
}

static void wait_until(int64_t time) {
    struct epoll_event events[batch];
    int64_t left = time - now();
    struct timespec timeout = {left > 0 ? left / 1000000000 : 0, left > 0 ? left % 1000000000 : 0};
    int count = epoll_pwait2(poll_descriptor, events, batch, &timeout, NULL);
    for (int i = 0; i < count; i++) handle(events[i]);
}

/* --- The run --- */

/* Opens what must be open before the start, 50 at a time, so that no listen queue overflows; waits 5 s at most. */
static void open_before(void) {
    int64_t deadline = now() + nanoseconds(5) + total * nanoseconds(0.0005);
    for (int i = 0; i < total && now() < deadline; i++) {
        if (connections[i].kind == asking && !options.keep) continue;
        open_connection(&connections[i]);
        if (i % 50 == 49) wait_until(now() + nanoseconds(0.005));
    }
    for (int i = 0; i < total; i++) {
        while (connections[i].descriptor >= 0 && !connections[i].connected && now() < deadline) wait_until(now() + nanoseconds(0.01));
    }
}

static int64_t earlier(int64_t one, int64_t other) { return one < other ? one : other; }

static void run(void) {
    int64_t tick = start;
    for (;;) {
        int64_t time = now();
        for (int i = 0; i < batch && next_request < requests && due_at(next_request) <= time; i++) begin(next_request++);
        expire(time);
        if (options.slow > 0 && time >= tick && time < window_end) {
            trickle();
            tick += nanoseconds(options.slow_interval);
        }
        int64_t wake = time < window_end ? window_end : INT64_MAX;
        if (next_request < requests) wake = earlier(wake, due_at(next_request));
        if (oldest < next_request) wake = earlier(wake, due_at(oldest) + nanoseconds(options.timeout));
        if (options.slow > 0 && time < window_end) wake = earlier(wake, tick);
        if (wake == INT64_MAX) return;
        wait_until(wake);
    }
}

/* Seconds that this process was ready to run and no core was free. */
static double waited(void) {
    long long running = 0, waiting = 0;
    FILE *file = fopen("/proc/self/schedstat", "r");
    if (file == NULL || fscanf(file, "%lld %lld", &running, &waiting) != 2) waiting = 0;
    if (file != NULL) fclose(file);
    return (double)waiting / 1e9;
}

static double processor_time(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_utime.tv_sec + (double)usage.ru_stime.tv_sec + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void print_times(const char *name, const struct histogram *times) {
    if (times->count == 0) return;
    printf(",\"%sAvgMs\":%.4f,\"%sP50Ms\":%.4f,\"%sP90Ms\":%.4f", name, times->sum / (double)times->count, name, quantile(times, 0.5), name, quantile(times, 0.9));
    printf(",\"%sP99Ms\":%.4f,\"%sP999Ms\":%.4f,\"%sMaxMs\":%.4f", name, quantile(times, 0.99), name, quantile(times, 0.999), name, (double)times->max / 1e6);
}

static void print_buckets(void) {
    const char *comma = "";
    printf(",\"latencyUs\":[");
    for (int bucket = 0; bucket < buckets; bucket++) {
        if (latency.counts[bucket] == 0) continue;
        printf("%s[%llu,%llu]", comma, (unsigned long long)lowest_of(bucket), (unsigned long long)latency.counts[bucket]);
        comma = ",";
    }
    printf("]");
}

#define count(name, value) printf(",\"%s\":%llu", name, (unsigned long long)(value))

static void report(double cpu, double wait, uint64_t idle_held) {
    double wall = (double)(now() - start) / 1e9;
    uint64_t server = tally.timeout + tally.refused + tally.reset + tally.wrong + tally.cut + tally.other;
    printf("{\"attemptedRate\":%.10g,\"durationS\":%.10g", options.rate, options.duration);
    count("requests", requests);
    count("answered", tally.answered);
    printf(",\"achievedRate\":%.4f", (double)tally.in_window / options.duration);
    if (requests > 0) printf(",\"answeredShare\":%.8f", (double)tally.answered / (double)requests);
    count("serverErrors", server);
    count("errorsTimeout", tally.timeout);
    count("errorsRefused", tally.refused);
    count("errorsReset", tally.reset);
    count("errorsWrong", tally.wrong);
    count("errorsShort", tally.cut);
    count("errorsOther", tally.other);
    count("generatorErrors", tally.descriptors + tally.ports + tally.lag);
    count("errorsDescriptors", tally.descriptors);
    count("errorsPorts", tally.ports);
    count("errorsLag", tally.lag);
    print_times("latency", &latency);
    print_times("service", &service);
    print_times("lag", &lag);
    count("openMax", tally.open_max);
    count("reopened", tally.reopened);
    count("idleHeld", idle_held);
    count("slowAnswered", tally.slow_answered);
    count("slowFailed", tally.slow_failed);
    printf(",\"generatorCpuS\":%.4f,\"generatorWaitS\":%.4f,\"wallS\":%.4f", cpu, wait, wall);
    if (options.histogram) print_buckets();
    printf("}\n");
}

/* --- The command line --- */

static void fail(const char *message, const char *found) {
    fprintf(stderr, "generator: %s%s%s\n", message, found == NULL ? "" : ": ", found == NULL ? "" : found);
    exit(2);
}

static char *unescape(const char *text, size_t *size) {
    char *out = malloc(strlen(text) + 1), *end = out;
    for (; *text != 0; text++) {
        if (*text != '\\' || text[1] == 0) *end++ = *text;
        else {
            text++;
            *end++ = *text == 'r' ? '\r' : *text == 'n' ? '\n' : *text == 't' ? '\t' : *text;
        }
    }
    *size = (size_t)(end - out);
    return out;
}

static double number(const char *name, const char *text, double least, double most) {
    char *end;
    double value = strtod(text, &end);
    if (*end != 0 || end == text || !(value >= least && value <= most)) fail(name, text);
    return value;
}

static void read_options(int count, char **words) {
    static const struct option known[] = {
        {"help", 0, 0, 'H'}, {"port", 1, 0, 'p'}, {"host", 1, 0, 'h'}, {"mode", 1, 0, 'm'}, {"rate", 1, 0, 'r'},
        {"duration", 1, 0, 'd'}, {"timeout", 1, 0, 't'}, {"connections", 1, 0, 'c'}, {"request", 1, 0, 'q'},
        {"answer", 1, 0, 'a'}, {"body", 1, 0, 'b'}, {"idle", 1, 0, 'i'}, {"slow", 1, 0, 's'}, {"slow-interval", 1, 0, 'w'},
        {"sources", 1, 0, 'o'}, {"max-lag", 1, 0, 'l'}, {"histogram", 0, 0, 'g'}, {0, 0, 0, 0}};
    inet_pton(AF_INET, "127.0.0.1", &options.host);
    for (int option; (option = getopt_long(count, words, "", known, NULL)) != -1;) {
        switch (option) {
        case 'H': fputs(help, stdout); exit(0);
        case 'p': options.port = (int)number("--port is no port", optarg, 1, 65535); break;
        case 'h': if (inet_pton(AF_INET, optarg, &options.host) != 1) fail("--host is no address", optarg); break;
        case 'm':
            if (strcmp(optarg, "accept") == 0) options.silent = 1;
            else if (strcmp(optarg, "keep-alive") == 0) options.keep = 1;
            else if (strcmp(optarg, "request") != 0) fail("--mode is unknown", optarg);
            break;
        case 'r': options.rate = number("--rate is no rate", optarg, 0, 1e6); break;
        case 'd': options.duration = number("--duration is out of bounds", optarg, 0.001, 3600); break;
        case 't': options.timeout = number("--timeout is out of bounds", optarg, 0.001, 600); break;
        case 'c': options.connections = (int)number("--connections is out of bounds", optarg, 1, 1e6); break;
        case 'q': options.request = unescape(optarg, &options.request_size); break;
        case 'a': options.answer = unescape(optarg, &options.answer_size); break;
        case 'b': options.body = unescape(optarg, &options.body_size); break;
        case 'i': options.idle = (int)number("--idle is out of bounds", optarg, 0, 1e6); break;
        case 's': options.slow = (int)number("--slow is out of bounds", optarg, 0, 1e5); break;
        case 'w': options.slow_interval = number("--slow-interval is out of bounds", optarg, 1, 1e5) / 1e3; break;
        case 'o': options.sources = (int)number("--sources is out of bounds", optarg, 1, 250); break;
        case 'l': options.max_lag = number("--max-lag is out of bounds", optarg, 0, 600); break;
        case 'g': options.histogram = 1; break;
        default: fail("see --help", NULL);
        }
    }
    if (optind < count) fail("unexpected word", words[optind]);
    if (options.port == 0) fail("--port is needed; see --help", NULL);
    if ((ntohl(options.host.s_addr) >> 24) != 127) fail("--host is not within 127.0.0.0/8; this generator sends to loopback only", NULL);
    if (options.rate > 0 && options.answer == NULL && options.body == NULL) fail("--answer or --body is needed; see --help", NULL);
    if (options.rate > 0 && !options.silent && options.request == NULL) fail("--request is needed; see --help", NULL);
    if (options.rate * options.duration > 1e7) fail("more than ten million requests", NULL);
    if (options.max_lag < 0) options.max_lag = options.timeout;
}

int main(int count, char **words) {
    read_options(count, words);
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* never outlives the harness that started it */
    prctl(PR_SET_TIMERSLACK, 1);
    requests = (uint64_t)(options.rate * options.duration + 0.5);
    if (!options.keep) options.connections = requests > 0 ? (int)requests : 1;
    total = options.connections + options.idle + options.slow;
    connections = calloc((size_t)total, sizeof *connections);
    finished = calloc(requests + 1, 1);
    poll_descriptor = epoll_create1(EPOLL_CLOEXEC);
    if (connections == NULL || finished == NULL || poll_descriptor < 0) fail("no memory or no descriptor", NULL);
    for (int i = 0; i < total; i++) {
        connections[i].descriptor = -1;
        connections[i].request = (uint64_t)i;
        connections[i].kind = i < options.connections ? asking : i < options.connections + options.idle ? idling : slowing;
    }
    window_end = INT64_MAX;
    open_before();
    double cpu = processor_time(), wait = waited();
    start = now() + nanoseconds(0.01);
    window_end = start + nanoseconds(options.duration);
    run();
    uint64_t held = 0;
    for (int i = 0; i < total; i++) held += connections[i].kind == idling && connections[i].descriptor >= 0 && connections[i].connected;
    report(processor_time() - cpu, waited() - wait, held);
    return 0;
}
