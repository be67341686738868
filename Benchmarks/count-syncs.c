/* Counts fsync and fdatasync of a program, with LD_PRELOAD: one atomic addition each, in a file that others map.
 *
 * SYNC_COUNTER names the file, which must have at least eight bytes. Without it nothing is counted. */
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

int fsync(int file) {
    count();
    return real_fsync(file);
}

int fdatasync(int file) {
    count();
    return real_fdatasync(file);
}
