// Starting reads most of a program once: the linker relocates, and the Swift runtime looks through all conformances. A
// daemon that then waits for weeks keeps those pages mapped for nothing.

#define _GNU_SOURCE
#include <link.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#include "CStartPages.h"

static int release(struct dl_phdr_info *info, size_t size, void *page_size) {
    (void)size;
    uintptr_t page = *(uintptr_t *)page_size;
    for (int index = 0; index < info->dlpi_phnum; index++) {
        const ElfW(Phdr) *header = &info->dlpi_phdr[index];
        // What the linker relocates, and makes read-only afterwards, is in segments that are writable by their headers.
        if (header->p_type != PT_LOAD || (header->p_flags & PF_W)) {
            continue;
        }
        uintptr_t start = info->dlpi_addr + header->p_vaddr;
        uintptr_t first = (start + page - 1) & ~(page - 1);
        uintptr_t last = (start + header->p_memsz) & ~(page - 1);
        if (first < last) {
            // What cannot be given back, such as the kernel's own page, stays.
            (void)madvise((void *)first, last - first, MADV_DONTNEED);
        }
    }
    return 0;
}

void outguide_release_start_pages(void) {
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    dl_iterate_phdr(release, &page);
}
