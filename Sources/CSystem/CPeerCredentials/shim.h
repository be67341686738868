#ifndef OUTGUIDE_CPEERCREDENTIALS_H
#define OUTGUIDE_CPEERCREDENTIALS_H

#include <sys/types.h>
// Glibc's module leaves it out; an access list is an extended attribute.
#include <sys/xattr.h>

// glibc shows `struct ucred` under _GNU_SOURCE alone, which the Glibc module does not define; this is its layout.
struct peer_credentials {
    pid_t pid;
    uid_t uid;
    gid_t gid;
};

// What SO_PEERGROUPS fills from the front; a process in more groups than this is answered with ERANGE.
struct peer_groups {
    gid_t ids[1024];
};

#endif
