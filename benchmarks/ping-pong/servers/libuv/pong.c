#include <stdlib.h>
#include <string.h>
#include <uv.h>

static char answer[] = "HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n";

struct connection {
    uv_tcp_t handle;
    uv_write_t write;
    size_t size;
    char request[4096];
};

static void on_close(uv_handle_t *handle) { free(handle->data); }

static void leave(struct connection *connection) {
    if (!uv_is_closing((uv_handle_t *)&connection->handle)) uv_close((uv_handle_t *)&connection->handle, on_close);
}

static void on_write(uv_write_t *write, int status) {
    (void)status;
    leave(write->data);
}

static void on_buffer(uv_handle_t *handle, size_t suggested, uv_buf_t *buffer) {
    (void)suggested;
    struct connection *connection = handle->data;
    *buffer = uv_buf_init(connection->request + connection->size, sizeof connection->request - connection->size);
}

static void on_read(uv_stream_t *stream, ssize_t size, const uv_buf_t *buffer) {
    (void)buffer;
    struct connection *connection = stream->data;
    if (size < 0) {
        leave(connection);
        return;
    }
    connection->size += size;
    if (memmem(connection->request, connection->size, "\r\n\r\n", 4) == NULL) return;
    uv_read_stop(stream);
    uv_buf_t out = uv_buf_init(answer, sizeof answer - 1);
    connection->write.data = connection;
    if (uv_write(&connection->write, stream, &out, 1, on_write) < 0) leave(connection);
}

static void on_connection(uv_stream_t *listener, int status) {
    if (status < 0) return;
    struct connection *connection = calloc(1, sizeof *connection);
    uv_tcp_init(listener->loop, &connection->handle);
    connection->handle.data = connection;
    if (uv_accept(listener, (uv_stream_t *)&connection->handle) == 0) uv_read_start((uv_stream_t *)&connection->handle, on_buffer, on_read);
    else leave(connection);
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    uv_loop_t *loop = uv_default_loop();
    struct sockaddr_in address;
    uv_ip4_addr("127.0.0.1", atoi(argv[1]), &address);
    uv_tcp_t listener;
    uv_tcp_init(loop, &listener);
    if (uv_tcp_bind(&listener, (struct sockaddr *)&address, 0) < 0) return 1;
    if (uv_listen((uv_stream_t *)&listener, 1024, on_connection) < 0) return 1;
    return uv_run(loop, UV_RUN_DEFAULT);
}
