#define _GNU_SOURCE
#include "CFileStatus.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/vfs.h>

int file_created(int directory, const char *name, int64_t *nanoseconds) {
    struct statx status;
    if (statx(directory, name, AT_EMPTY_PATH | AT_SYMLINK_NOFOLLOW, STATX_BTIME, &status) != 0) return -1;
    if (!(status.stx_mask & STATX_BTIME)) {
        errno = ENODATA;
        return -1;
    }
    *nanoseconds = status.stx_btime.tv_sec * INT64_C(1000000000) + status.stx_btime.tv_nsec;
    return 0;
}

uint32_t file_system_magic(int descriptor) {
    struct statfs system;
    return fstatfs(descriptor, &system) == 0 ? (uint32_t)system.f_type : 0;
}

int file_lease(int descriptor) {
    // A writer who opens the file in this instant breaks the lease. SIGIO would end the process; SIGURG does nothing.
    if (fcntl(descriptor, F_SETSIG, SIGURG) != 0) return -1;
    if (fcntl(descriptor, F_SETLEASE, F_RDLCK) != 0) return -1;
    return fcntl(descriptor, F_SETLEASE, F_UNLCK);
}
