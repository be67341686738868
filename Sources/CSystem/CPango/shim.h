#ifndef OUTGUIDE_CPANGO_SHIM_H
#define OUTGUIDE_CPANGO_SHIM_H

// Cairo's types belong to the module CCairo; its include guard keeps them out of this one.
#include "../CCairo/shim.h"
#include <pango/pangocairo.h>

// Macros with casts that Swift cannot import.
static inline int outguide_pango_scale(void) { return PANGO_SCALE; }

#endif
