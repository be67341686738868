#ifndef OUTGUIDE_CCUPS_SHIM_H
#define OUTGUIDE_CCUPS_SHIM_H

#include <cups/cups.h>
#include <cups/http.h>
#include <cups/ipp.h>
#include <cups/pwg.h>

// CUPS 2 marks all of ppd.h as deprecated and offers no other way to what the driver of a queue wants a page to be.
#undef _CUPS_DEPRECATED_1_6_MSG
#define _CUPS_DEPRECATED_1_6_MSG(m)
#include <cups/ppd.h>

#endif
