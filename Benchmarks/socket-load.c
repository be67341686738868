/* Loads the daemon's Unix socket from many connections, one request under way on each, and checks every answer.
 *
 *   socket-load where SOCKET BARCODES CLIENTS SECONDS
 *   socket-load moves SOCKET BARCODES CLIENTS SECONDS FIRST COUNT SHELF SHELF COUNTER
 *
 * `moves` takes COUNT barcodes from line FIRST on, moves each to the first shelf, then each to the second, and so on.
 * Prints: requests per second, p50 and p99 in microseconds, syncs per request (0 for `where`). */
#define _GNU_SOURCE
#include "measure.h"

#include <errno.h>
#include <stdbool.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/un.h>

struct client {
    int socket;
    int64_t sent;
    size_t next; /* counts up in steps of the number of clients */
    size_t length;
    char answer[16384];
};

static struct barcodes barcodes;
static const char *shelves[2];
static bool moves;

static void connect_to(const char *path, struct client *client) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof address.sun_path) errx(64, "cannot connect to %s: its path is too long", path);
    strcpy(address.sun_path, path);
    client->socket = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (client->socket < 0) err(71, "cannot make a socket");
    if (connect(client->socket, (struct sockaddr *)&address, sizeof address) < 0) err(69, "cannot connect to %s", path);
}

static void ask(struct client *client, size_t step) {
    const char *barcode = barcodes.text[client->next % barcodes.count];
    char request[512];
    int length;
    if (moves) {
        const char *shelf = shelves[client->next / barcodes.count % 2];
        char body[256];
        int size = snprintf(body, sizeof body, "{\"barcodes\":[\"%s\"],\"to\":\"%s\"}", barcode, shelf);
        length = snprintf(request, sizeof request,
                          "POST /v1/moves HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                          "Content-Length: %d\r\n\r\n%s", size, body);
    } else {
        length = snprintf(request, sizeof request, "GET /v1/where/%s HTTP/1.1\r\nHost: x\r\n\r\n", barcode);
    }
    client->next += step;
    client->length = 0;
    client->sent = now();
    if (write(client->socket, request, (size_t)length) != length) err(74, "cannot send a request");
}

/* Takes in what came; true once the answer is whole, and the right one. */
static bool hear(struct client *client) {
    size_t room = sizeof client->answer - 1 - client->length;
    ssize_t size = read(client->socket, client->answer + client->length, room);
    if (size < 0 && errno == EINTR) return false;
    if (size < 0) err(74, "cannot read an answer");
    if (size == 0) errx(76, room == 0 ? "cannot read an answer: it is too long" : "cannot go on: the daemon hung up");
    client->length += (size_t)size;
    client->answer[client->length] = 0;
    char *body = strstr(client->answer, "\r\n\r\n");
    if (body == NULL) return false;
    body += 4;
    char *field = strcasestr(client->answer, "\r\ncontent-length:");
    if (field == NULL || field > body) errx(76, "cannot read an answer without a length: %s", client->answer);
    size_t whole = (size_t)(body - client->answer) + strtoul(field + 17, NULL, 10);
    if (client->length < whole) return false;
    const char *wanted = moves ? "\"kind\":\"relocated\"" : "\"placement\":";
    if (client->length > whole || strncmp(client->answer, "HTTP/1.1 200 ", 13) != 0 || !strstr(body, wanted)) {
        errx(76, "cannot take this answer: %s", client->answer);
    }
    return true;
}

static void load(const char *path, size_t count, int64_t length, _Atomic uint64_t *counter) {
    struct client *clients = allocate(count, sizeof *clients);
    int poll = epoll_create1(EPOLL_CLOEXEC);
    if (poll < 0) err(71, "cannot make an epoll");
    for (size_t index = 0; index < count; index++) {
        connect_to(path, &clients[index]);
        clients[index].next = index;
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = &clients[index]};
        if (epoll_ctl(poll, EPOLL_CTL_ADD, clients[index].socket, &event) < 0) err(71, "cannot watch a socket");
    }
    struct times times = {0};
    int64_t begin = now() + WARM_UP, end = begin + length;
    uint64_t syncs = 0, last_syncs = 0;
    bool counting = false;
    size_t busy = count;
    for (size_t index = 0; index < count; index++) ask(&clients[index], count);
    /* What is asked when time is up is waited for, so that the next run finds the daemon idle, but not counted. */
    while (busy > 0) {
        struct epoll_event events[64];
        int ready = epoll_wait(poll, events, 64, 10000);
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) errx(69, "cannot go on: no answer for ten seconds");
        for (int index = 0; index < ready; index++) {
            struct client *client = events[index].data.ptr;
            if (!hear(client)) continue;
            int64_t instant = now();
            if (instant >= begin && instant < end) {
                if (!counting && counter) syncs = *counter;
                counting = true;
                add_time(&times, instant - client->sent);
                if (counter) last_syncs = *counter;
            }
            if (instant < end) ask(client, count);
            else busy--;
        }
    }
    double requests = (double)times.count;
    double p50 = percentile(&times, 0.5), p99 = percentile(&times, 0.99);
    printf("%.1f %.1f %.1f %.4f\n", requests * 1e9 / (double)length, p50, p99, (double)(last_syncs - syncs) / requests);
}

int main(int count, char **arguments) {
    moves = count == 11 && strcmp(arguments[1], "moves") == 0;
    if (!moves && !(count == 6 && strcmp(arguments[1], "where") == 0)) {
        errx(64, "usage: socket-load where|moves SOCKET BARCODES CLIENTS SECONDS [FIRST COUNT SHELF SHELF COUNTER]");
    }
    barcodes = read_barcodes(arguments[3]);
    size_t clients = (size_t)number(arguments[4], 1);
    int64_t length = number(arguments[5], 1) * 1000000000LL;
    _Atomic uint64_t *counter = NULL;
    if (moves) {
        barcodes = slice(barcodes, (size_t)number(arguments[6], 0), (size_t)number(arguments[7], (long)clients));
        shelves[0] = arguments[8];
        shelves[1] = arguments[9];
        counter = map_counter(arguments[10]);
    }
    load(arguments[2], clients, length, counter);
}
