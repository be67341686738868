#ifndef C_CHILD_PROCESS_H
#define C_CHILD_PROCESS_H

#include <spawn.h>
#include <stdbool.h>
#include <sys/prctl.h>
#include <sys/resource.h>

// prctl is variadic, which Swift cannot call. Answers 0, or -1 with errno.
static inline int child_process_control(int option, unsigned long value) { return prctl(option, value, 0L, 0L, 0L); }

// The type of `resource` differs between C with and without GNU extensions, and some names are macros of macros.
static inline int child_process_limit(int resource, rlim_t current, rlim_t maximum) {
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0) return -1;
    // A harder limit that stands already stays.
    if (limit.rlim_max < maximum) maximum = limit.rlim_max;
    limit.rlim_cur = current < maximum ? current : maximum;
    limit.rlim_max = maximum;
    return setrlimit(resource, &limit);
}

// Declared by <spawn.h> only with extensions that Swift's view of the C library leaves out (glibc 2.34).
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

// Lets others go first: 0 none, 19 everybody. Answers 0, or -1 with errno.
static inline int child_process_yield(int niceness) { return setpriority(PRIO_PROCESS, 0, niceness); }

static const int child_process_limit_core = RLIMIT_CORE;
static const int child_process_limit_cpu = RLIMIT_CPU;
static const int child_process_limit_file_size = RLIMIT_FSIZE;
static const int child_process_limit_files = RLIMIT_NOFILE;
static const int child_process_limit_memory = RLIMIT_AS;
static const int child_process_limit_processes = RLIMIT_NPROC;

// Opens the regular file at `path` for reading, so that this process can still open it by that path after
// child_process_lock. False when it cannot be opened, as when no more descriptors may be open.
bool child_process_keep(const char *path);
// One more than the highest descriptor that is kept; 3 when none is.
int child_process_kept(void);

// Takes from this process, for good, every system call but those that work on memory and on files that are open
// already: it opens nothing but the files it keeps, reaches no network, starts no process and, unless `allows_threads`,
// no thread. All others fail with EPERM, and with EACCES where another file would be opened. Where files are kept, a
// handler of SIGSYS gives out copies of their descriptors.
//
// Answers 0, or the errno; ENOSYS where the kernel or the kind of processor has no such filter.
int child_process_lock(bool allows_threads);

#endif
