#include "CImageLoading.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

typedef struct {
    struct jpeg_error_mgr manager;
    jmp_buf escape;
    image_report *report;
    image_status status;
} jpeg_jump;

static image_status status_of(int code) {
    switch (code) {
    case JERR_OUT_OF_MEMORY:
    case JERR_NO_BACKING_STORE:
        return IMAGE_OUT_OF_MEMORY;
    case JERR_ARITH_NOTIMPL:
    case JERR_BAD_PRECISION:
    case JERR_CCIR601_NOTIMPL:
    case JERR_CONVERSION_NOTIMPL:
    case JERR_FRACT_SAMPLE_NOTIMPL:
    case JERR_NOTIMPL:
    case JERR_NOT_COMPILED:
    case JERR_SOF_UNSUPPORTED:
        return IMAGE_UNSUPPORTED;
    default:
        return IMAGE_DAMAGED;
    }
}

static void leave(j_common_ptr common) {
    jpeg_jump *jump = (jpeg_jump *)common->err;
    jump->status = status_of(common->err->msg_code);
    common->err->format_message(common, jump->report->message);
    longjmp(jump->escape, 1);
}

// Warnings that mean lost pixels end the decoding; those about harmless oddities, which many cameras write, do not.
static void judge(j_common_ptr common, int level) {
    if (level >= 0) return;
    switch (common->err->msg_code) {
    case JWRN_ARITH_BAD_CODE:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_JPEG_EOF:
    case JWRN_MUST_RESYNC:
        leave(common);
        break;
    default:
        break;
    }
}

static void keep_quiet(j_common_ptr common) { (void)common; }

static void prepare(struct jpeg_decompress_struct *decoder, jpeg_jump *jump, image_report *report) {
    memset(jump, 0, sizeof *jump);
    memset(report->message, 0, sizeof report->message);
    jump->report = report;
    jump->status = IMAGE_DAMAGED;
    decoder->err = jpeg_std_error(&jump->manager);
    jump->manager.error_exit = leave;
    jump->manager.emit_message = judge;
    jump->manager.output_message = keep_quiet;
}

image_status jpeg_read_size(const uint8_t *bytes, size_t count, image_report *report) {
    struct jpeg_decompress_struct decoder = {0};
    jpeg_jump jump;
    prepare(&decoder, &jump, report);
    if (setjmp(jump.escape)) {
        jpeg_destroy_decompress(&decoder);
        return jump.status;
    }
    jpeg_create_decompress(&decoder);
    jpeg_mem_src(&decoder, bytes, count);
    jpeg_read_header(&decoder, TRUE);
    report->width = decoder.image_width;
    report->height = decoder.image_height;
    jpeg_destroy_decompress(&decoder);
    return IMAGE_LOADED;
}

// Four inks to grey: what of the light passes the colour inks, and of that what passes black.
//
// Adobe's programs, which write nearly all CMYK files, store the light instead of the ink.
static void grey_of_inks(const uint8_t *inks, uint8_t *grey, uint32_t count, bool are_inverted) {
    uint8_t flip = are_inverted ? 0 : 255;
    for (uint32_t x = 0; x < count; x++, inks += 4) {
        uint32_t red = inks[0] ^ flip, green = inks[1] ^ flip, blue = inks[2] ^ flip, black = inks[3] ^ flip;
        grey[x] = (uint8_t)((((77u * red + 150u * green + 29u * blue + 128u) >> 8) * black + 127u) / 255u);
    }
}

image_status jpeg_read_grey(const uint8_t *bytes, size_t count, image_report *report, uint8_t *grey) {
    struct jpeg_decompress_struct decoder = {0};
    jpeg_jump jump;
    prepare(&decoder, &jump, report);
    if (setjmp(jump.escape)) {
        jpeg_destroy_decompress(&decoder);
        return jump.status;
    }
    jpeg_create_decompress(&decoder);
    jpeg_mem_src(&decoder, bytes, count);
    jpeg_read_header(&decoder, TRUE);
    bool has_inks = decoder.jpeg_color_space == JCS_CMYK || decoder.jpeg_color_space == JCS_YCCK;
    decoder.out_color_space = has_inks ? JCS_CMYK : JCS_GRAYSCALE;
    jpeg_start_decompress(&decoder);
    if (decoder.output_width != report->width || decoder.output_height != report->height
        || decoder.output_components != (has_inks ? 4 : 1)) {
        jpeg_destroy_decompress(&decoder);
        return image_explain(report, IMAGE_DAMAGED, "the size changed while it was read");
    }
    // Belongs to the decoder, which frees it on every way out.
    JSAMPARRAY inks = NULL;
    if (has_inks) {
        inks = decoder.mem->alloc_sarray((j_common_ptr)&decoder, JPOOL_IMAGE, 4 * decoder.output_width, 1);
    }
    while (decoder.output_scanline < decoder.output_height) {
        JSAMPROW row = grey + (size_t)decoder.output_scanline * decoder.output_width;
        jpeg_read_scanlines(&decoder, has_inks ? inks : &row, 1);
        if (has_inks) grey_of_inks(inks[0], row, decoder.output_width, decoder.saw_Adobe_marker);
    }
    jpeg_destroy_decompress(&decoder);
    return IMAGE_LOADED;
}
