#ifndef OUTGUIDE_CCAIRO_SHIM_H
#define OUTGUIDE_CCAIRO_SHIM_H

#include <cairo.h>
#include <cairo-pdf.h>

#endif
