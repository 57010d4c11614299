#include <arpa/inet.h>
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/listener.h>
#include <stdlib.h>

static const char answer[] = "HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n";

static void on_event(struct bufferevent *connection, short what, void *unused) {
    (void)unused;
    if (what & (BEV_EVENT_EOF | BEV_EVENT_ERROR)) bufferevent_free(connection);
}

static void on_written(struct bufferevent *connection, void *unused) {
    (void)unused;
    bufferevent_free(connection);
}

static void on_read(struct bufferevent *connection, void *unused) {
    (void)unused;
    if (evbuffer_search(bufferevent_get_input(connection), "\r\n\r\n", 4, NULL).pos < 0) return;
    bufferevent_setcb(connection, NULL, on_written, on_event, NULL);
    bufferevent_write(connection, answer, sizeof answer - 1);
}

static void on_accept(struct evconnlistener *listener, evutil_socket_t socket, struct sockaddr *address, int size, void *unused) {
    (void)address, (void)size, (void)unused;
    struct event_base *base = evconnlistener_get_base(listener);
    struct bufferevent *connection = bufferevent_socket_new(base, socket, BEV_OPT_CLOSE_ON_FREE);
    bufferevent_setcb(connection, on_read, NULL, on_event, NULL);
    bufferevent_enable(connection, EV_READ | EV_WRITE);
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    struct event_base *base = event_base_new();
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1]))};
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    unsigned flags = LEV_OPT_CLOSE_ON_FREE | LEV_OPT_REUSEABLE;
    if (evconnlistener_new_bind(base, on_accept, NULL, flags, 1024, (struct sockaddr *)&address, sizeof address) == NULL) return 1;
    return event_base_dispatch(base);
}
