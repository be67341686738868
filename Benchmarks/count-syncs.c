/* Counts fsync and fdatasync of a program, with LD_PRELOAD, in a file that others map.
 *
 * SYNC_COUNTER names the file, which must have at least sixteen bytes: how many began, and when the last one ended, in
 * microseconds since 1970. Without it nothing is counted. */
#define _GNU_SOURCE
#include "measure.h"

#include <dlfcn.h>

static _Atomic uint64_t *counter;
static int (*real_fsync)(int), (*real_fdatasync)(int);

__attribute__((constructor)) static void start(void) {
    *(void **)&real_fsync = dlsym(RTLD_NEXT, "fsync");
    *(void **)&real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    const char *path = getenv("SYNC_COUNTER");
    if (path != NULL) counter = map_counter(path);
}

static void count(void) {
    if (counter != NULL) atomic_fetch_add_explicit(counter, 1, memory_order_relaxed);
}

static void note_end(void) {
    if (counter == NULL) return;
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    atomic_store(counter + 1, (uint64_t)time.tv_sec * 1000000 + (uint64_t)time.tv_nsec / 1000);
}

int fsync(int file) {
    count();
    int result = real_fsync(file);
    note_end();
    return result;
}

int fdatasync(int file) {
    count();
    int result = real_fdatasync(file);
    note_end();
    return result;
}
