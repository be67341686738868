/* Times, with LD_PRELOAD before umockdev's library, what a virtual scanner costs that a real one does not: umockdev asks its
 * own process, twice, and sleeps before each read of a node that has ioctls.
 *
 * DETOUR_COUNTER names a file of at least sixteen bytes. Its second number becomes the microseconds between the end of
 * poll and the end of the read that brought the Enter key, in the thread that polled. */
#define _GNU_SOURCE
#include "measure.h"

#include <dlfcn.h>
#include <linux/input.h>
#include <poll.h>

static _Atomic uint64_t *counter;
static ssize_t (*real_read)(int, void *, size_t);
static int (*real_poll)(struct pollfd *, nfds_t, int);
static _Thread_local int64_t polled;

__attribute__((constructor)) static void start(void) {
    *(void **)&real_read = dlsym(RTLD_NEXT, "read");
    *(void **)&real_poll = dlsym(RTLD_NEXT, "poll");
    const char *path = getenv("DETOUR_COUNTER");
    if (path != NULL) counter = map_counter(path);
}

int poll(struct pollfd *descriptors, nfds_t count, int timeout) {
    int ready = real_poll(descriptors, count, timeout);
    polled = counter != NULL && ready > 0 ? now() : 0;
    return ready;
}

ssize_t read(int file, void *buffer, size_t size) {
    ssize_t got = real_read(file, buffer, size);
    if (polled == 0 || got <= 0 || got % (ssize_t)sizeof(struct input_event) != 0) return got;
    const struct input_event *event = buffer, *end = event + got / (ssize_t)sizeof *event;
    for (; event < end; event++) {
        if (event->type != EV_KEY || event->code != KEY_ENTER || event->value != 1) continue;
        atomic_store(counter + 1, (uint64_t)(now() - polled) / 1000);
        polled = 0;
        break;
    }
    return got;
}
