#define _GNU_SOURCE

#include "CChildProcess.h"

#include <errno.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>

#if defined(__x86_64__)
#define THIS_PROCESSOR AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_PROCESSOR AUDIT_ARCH_AARCH64
#endif

#ifdef THIS_PROCESSOR

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
        // A library that looks for a file takes this for one that it may not read, and does without.
        IF(__NR_openat, FAIL(EACCES)),
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
