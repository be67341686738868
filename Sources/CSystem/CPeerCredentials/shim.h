#ifndef OUTGUIDE_CPEERCREDENTIALS_H
#define OUTGUIDE_CPEERCREDENTIALS_H

#include <sys/types.h>

// glibc shows `struct ucred` under _GNU_SOURCE alone, which the Glibc module does not define; this is its layout.
struct peer_credentials {
    pid_t pid;
    uid_t uid;
    gid_t gid;
};

#endif
