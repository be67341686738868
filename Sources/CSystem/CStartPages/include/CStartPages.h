#pragma once

/// Gives back the memory of code and constants that only the start of the process needed; what is used again is read
/// again from the page cache. Safe at any time: these pages are never written.
void outguide_release_start_pages(void);
