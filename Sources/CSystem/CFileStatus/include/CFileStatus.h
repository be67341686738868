#pragma once

#include <stdint.h>

// What Linux knows of a file beyond POSIX. glibc shows these under _GNU_SOURCE alone, which Swift's module of it does not
// define. Each answers 0, or -1 with errno, unless it says otherwise.

/// When the file `name` in `directory`, or `directory` itself when `name` is empty, was created, in nanoseconds since
/// 1970; no link is followed. ENODATA where the file system does not keep that.
int file_created(int directory, const char *name, int64_t *nanoseconds);

/// The magic number of the file system of an open file (statfs(2)); 0 when there is none.
uint32_t file_system_magic(int descriptor);

/// Takes a read lease on a file that is open for reading, and gives it back. EAGAIN while somebody has the file open, or
/// mapped, for writing; EACCES when it belongs to somebody else and the process lacks CAP_LEASE.
int file_lease(int descriptor);
