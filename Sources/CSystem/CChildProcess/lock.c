#define _GNU_SOURCE

#include "CChildProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>

#if defined(__x86_64__)
#define THIS_PROCESSOR AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_PROCESSOR AUDIT_ARCH_AARCH64
#endif

typedef struct {
    char *path;
    int descriptor;
} kept_file;

static kept_file *kept;
static size_t kept_count, kept_room;

bool child_process_keep(const char *path) {
    if (kept_count == kept_room) {
        size_t room = kept_room ? kept_room * 2 : 256;
        kept_file *larger = reallocarray(kept, room, sizeof *kept);
        if (!larger) return false;
        kept = larger;
        kept_room = room;
    }
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return false;
    struct stat status;
    char *copy = strdup(path);
    if (!copy || fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        free(copy);
        close(descriptor);
        return false;
    }
    kept[kept_count++] = (kept_file){copy, descriptor};
    return true;
}

int child_process_kept(void) {
    int end = STDERR_FILENO + 1;
    for (size_t index = 0; index < kept_count; index++) {
        if (kept[index].descriptor >= end) end = kept[index].descriptor + 1;
    }
    return end;
}

static int compare(const void *left, const void *right) {
    return strcmp(((const kept_file *)left)->path, ((const kept_file *)right)->path);
}

#ifdef THIS_PROCESSOR

#if defined(__x86_64__)
#define REGISTER(context, number) \
    (context)->uc_mcontext.gregs[(const int[]){REG_RDI, REG_RSI, REG_RDX, REG_R10}[number]]
#define RESULT(context) (context)->uc_mcontext.gregs[REG_RAX]
#else
#define REGISTER(context, number) (context)->uc_mcontext.regs[number]
#define RESULT(context) (context)->uc_mcontext.regs[0]
#endif

// The kernel's own answer: a negative errno, as the interrupted call expects it.
static long answered(long result) { return result < 0 ? -errno : result; }

static long open_kept(const char *path, long flags) {
    if ((flags & O_ACCMODE) != O_RDONLY || flags & (O_CREAT | O_TRUNC | O_DIRECTORY) || !path) return -EACCES;
    kept_file wanted = {(char *)path, -1};
    const kept_file *file = bsearch(&wanted, kept, kept_count, sizeof *kept, compare);
    if (!file) return -EACCES;
    // The copy shares its position with the original, which nobody else uses.
    long copy = answered(syscall(SYS_dup, file->descriptor));
    if (copy >= 0) syscall(SYS_lseek, copy, 0L, SEEK_SET);
    return copy;
}

// Takes the place of a system call that the filter hands over: opening a file that is kept, and asking about an open
// file, for which the C library takes a call that could ask about any path.
static void stand_in(int signal, siginfo_t *info, void *context) {
    (void)signal;
    ucontext_t *registers = context;
    int code = errno;
    const char *path = (const char *)REGISTER(registers, 1);
    switch (info->si_syscall) {
    case SYS_openat: RESULT(registers) = open_kept(path, REGISTER(registers, 2)); break;
    case SYS_newfstatat:
        RESULT(registers) = path && !*path && REGISTER(registers, 3) & AT_EMPTY_PATH
            ? answered(syscall(SYS_fstat, REGISTER(registers, 0), REGISTER(registers, 2)))
            : -EPERM;
        break;
    default: RESULT(registers) = -EPERM;
    }
    errno = code;
}

// Lets the process open what it keeps, and nothing else: no descriptor beyond those and a few more is ever given out.
static int hand_out_kept(void) {
    qsort(kept, kept_count, sizeof *kept, compare);
    struct sigaction action = {.sa_sigaction = stand_in, .sa_flags = SA_SIGINFO | SA_NODEFER};
    sigemptyset(&action.sa_mask);
    return sigaction(SIGSYS, &action, NULL) == 0 ? 0 : errno;
}

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define ANSWER(value) BPF_STMT(BPF_RET | BPF_K, (value))
#define FAIL(code) ANSWER(SECCOMP_RET_ERRNO | (code))
#define IF(name, answer) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (name), 0, 1), answer
#define ALLOW(name) IF(__NR_##name, ANSWER(SECCOMP_RET_ALLOW))
// Allowed unless the third argument asks for memory that can be executed (PROT_EXEC is 4).
#define ALLOW_UNLESS_EXECUTABLE(name) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##name, 0, 4), LOAD(args[2]), \
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, 4, 0, 1), FAIL(EPERM), ANSWER(SECCOMP_RET_ALLOW)

int child_process_lock(bool allows_threads) {
    // A thread shares all with this process; a process would not.
    uint32_t thread = allows_threads ? CLONE_THREAD : 0;
    uint32_t opening = SECCOMP_RET_ERRNO | EACCES, asking = SECCOMP_RET_ERRNO | EPERM;
    if (kept_count > 0) {
        int code = hand_out_kept();
        if (code != 0) return code;
        opening = asking = SECCOMP_RET_TRAP;
    }
    struct sock_filter filter[] = {
        LOAD(arch),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, THIS_PROCESSOR, 1, 0),
        ANSWER(SECCOMP_RET_KILL_PROCESS),
        LOAD(nr),
        // Reading the image and answering, on files that are open already.
        ALLOW(read),
        ALLOW(write),
        ALLOW(readv),
        ALLOW(writev),
        ALLOW(close),
        ALLOW(lseek),
        ALLOW(fstat),
        ALLOW(pread64),
        ALLOW(dup),
        // Memory.
        ALLOW_UNLESS_EXECUTABLE(mmap),
        ALLOW_UNLESS_EXECUTABLE(mprotect),
        ALLOW(munmap),
        ALLOW(mremap),
        ALLOW(brk),
        ALLOW(madvise),
        // What the C library does on its own.
        ALLOW(futex),
        ALLOW(getrandom),
        ALLOW(clock_gettime),
        ALLOW(clock_nanosleep),
        ALLOW(gettimeofday),
        ALLOW(getpid),
        ALLOW(gettid),
        ALLOW(getrusage),
        ALLOW(sched_yield),
        ALLOW(sched_getaffinity),
        ALLOW(rt_sigaction),
        ALLOW(rt_sigprocmask),
        ALLOW(rt_sigreturn),
        ALLOW(sysinfo),
        // abort() and the end; a signal reaches no other process than this.
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_tgkill, 0, 4),
        LOAD(args[0]),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)getpid(), 0, 1),
        ANSWER(SECCOMP_RET_ALLOW),
        FAIL(EPERM),
        ALLOW(exit),
        ALLOW(exit_group),
        // The filter cannot see the flags of clone3; without it, the C library takes clone.
        IF(__NR_clone3, FAIL(ENOSYS)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone, 0, 4),
        LOAD(args[0]),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, thread, 0, 1),
        ANSWER(SECCOMP_RET_ALLOW),
        FAIL(EPERM),
        ALLOW(set_robust_list),
        ALLOW(rseq),
        // A library that looks for a file takes EACCES for one that it may not read, and does without.
        IF(__NR_openat, ANSWER(opening)),
        IF(__NR_newfstatat, ANSWER(asking)),
        FAIL(EPERM),
    };
    struct sock_fprog program = {.len = sizeof filter / sizeof filter[0], .filter = filter};
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0) return 0;
    // A kernel without the filter does not know the mode.
    return errno == EINVAL ? ENOSYS : errno;
}

#else

int child_process_lock(bool allows_threads) {
    (void)allows_threads;
    return ENOSYS;
}

#endif
