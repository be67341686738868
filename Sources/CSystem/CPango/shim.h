#ifndef OUTGUIDE_CPANGO_SHIM_H
#define OUTGUIDE_CPANGO_SHIM_H

// Cairo's types belong to the module CCairo; its include guard keeps them out of this one.
#include "../CCairo/shim.h"
#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <hb.h>
#include <pango/pangocairo.h>

// Macros with casts that Swift cannot import.
static inline int outguide_pango_scale(void) { return PANGO_SCALE; }
static inline PangoGlyph outguide_pango_empty_glyph(void) { return PANGO_GLYPH_EMPTY; }
static inline PangoGlyph outguide_pango_unknown_flag(void) { return PANGO_GLYPH_UNKNOWN_FLAG; }

// HarfBuzz renamed it in version 7.
static inline void outguide_draw_glyph(hb_font_t *font, hb_codepoint_t glyph, hb_draw_funcs_t *funcs, void *data) {
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(font, glyph, funcs, data);
#else
    hb_font_get_glyph_shape(font, glyph, funcs, data);
#endif
}

#endif
