#define _GNU_SOURCE
#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static const char answer[] = "HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n";

/* One request: the bytes read so far end with this much of CR LF CR LF. */
struct connection {
    int descriptor;
    int matched;
};

static int ends(struct connection *connection, const char *data, ssize_t size) {
    static const char end[] = "\r\n\r\n";
    for (ssize_t i = 0; i < size; i++) {
        if (data[i] == end[connection->matched]) connection->matched++;
        else connection->matched = data[i] == '\r';
        if (connection->matched == 4) return 1;
    }
    return 0;
}

static void watch(int poll, int descriptor) {
    struct connection *connection = calloc(1, sizeof *connection);
    connection->descriptor = descriptor;
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = connection};
    epoll_ctl(poll, EPOLL_CTL_ADD, descriptor, &event);
}

static void pong(struct connection *connection) {
    char data[4096];
    ssize_t size = read(connection->descriptor, data, sizeof data);
    if (size > 0) {
        for (ssize_t i = 0; i < size; i++) {
            if (!ends(connection, data + i, 1)) continue;
            send(connection->descriptor, answer, sizeof answer - 1, MSG_NOSIGNAL);
            connection->matched = 0;
        }
        return;
    }
    close(connection->descriptor);
    free(connection);
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1]))};
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 1024) < 0) return 1;
    int poll = epoll_create1(0);
    watch(poll, listener);
    struct epoll_event events[256];
    for (;;) {
        int count = epoll_wait(poll, events, 256, -1);
        for (int i = 0; i < count; i++) {
            struct connection *connection = events[i].data.ptr;
            if (connection->descriptor != listener) {
                pong(connection);
                continue;
            }
            int accepted;
            while ((accepted = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) watch(poll, accepted);
        }
    }
}
