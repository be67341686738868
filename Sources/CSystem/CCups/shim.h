#ifndef OUTGUIDE_CCUPS_SHIM_H
#define OUTGUIDE_CCUPS_SHIM_H

#include <cups/cups.h>
#include <cups/http.h>
#include <cups/ipp.h>
#include <cups/pwg.h>

#endif
