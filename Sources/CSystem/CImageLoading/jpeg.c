#include "CImageLoading.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

typedef struct {
    struct jpeg_error_mgr manager;
    jmp_buf escape;
    jpeg_picture *picture;
    jpeg_status status;
} jpeg_jump;

static jpeg_status status_of(int code) {
    switch (code) {
    case JERR_OUT_OF_MEMORY:
    case JERR_NO_BACKING_STORE:
        return JPEG_OUT_OF_MEMORY;
    case JERR_ARITH_NOTIMPL:
    case JERR_BAD_PRECISION:
    case JERR_CCIR601_NOTIMPL:
    case JERR_CONVERSION_NOTIMPL:
    case JERR_FRACT_SAMPLE_NOTIMPL:
    case JERR_NOTIMPL:
    case JERR_NOT_COMPILED:
    case JERR_SOF_UNSUPPORTED:
        return JPEG_UNSUPPORTED;
    default:
        return JPEG_DAMAGED;
    }
}

static void leave(j_common_ptr common) {
    jpeg_jump *jump = (jpeg_jump *)common->err;
    jump->status = status_of(common->err->msg_code);
    common->err->format_message(common, jump->picture->message);
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

static void prepare(struct jpeg_decompress_struct *decoder, jpeg_jump *jump, jpeg_picture *picture) {
    memset(jump, 0, sizeof *jump);
    memset(picture->message, 0, sizeof picture->message);
    jump->picture = picture;
    jump->status = JPEG_DAMAGED;
    decoder->err = jpeg_std_error(&jump->manager);
    jump->manager.error_exit = leave;
    jump->manager.emit_message = judge;
    jump->manager.output_message = keep_quiet;
}

static jpeg_status explain(jpeg_picture *picture, jpeg_status status, const char *message) {
    snprintf(picture->message, sizeof picture->message, "%s", message);
    return status;
}

jpeg_status jpeg_read_size(const uint8_t *bytes, size_t count, jpeg_picture *picture) {
    struct jpeg_decompress_struct decoder = {0};
    jpeg_jump jump;
    prepare(&decoder, &jump, picture);
    if (setjmp(jump.escape)) {
        jpeg_destroy_decompress(&decoder);
        return jump.status;
    }
    jpeg_create_decompress(&decoder);
    jpeg_mem_src(&decoder, bytes, count);
    jpeg_read_header(&decoder, TRUE);
    picture->width = decoder.image_width;
    picture->height = decoder.image_height;
    jpeg_destroy_decompress(&decoder);
    return JPEG_LOADED;
}

jpeg_status jpeg_read_grey(const uint8_t *bytes, size_t count, jpeg_picture *picture, uint8_t *grey) {
    struct jpeg_decompress_struct decoder = {0};
    jpeg_jump jump;
    prepare(&decoder, &jump, picture);
    if (setjmp(jump.escape)) {
        jpeg_destroy_decompress(&decoder);
        return jump.status;
    }
    jpeg_create_decompress(&decoder);
    jpeg_mem_src(&decoder, bytes, count);
    jpeg_read_header(&decoder, TRUE);
    decoder.out_color_space = JCS_GRAYSCALE;
    jpeg_start_decompress(&decoder);
    if (decoder.output_width != picture->width || decoder.output_height != picture->height
        || decoder.output_components != 1) {
        jpeg_destroy_decompress(&decoder);
        return explain(picture, JPEG_DAMAGED, "the size changed while it was read");
    }
    while (decoder.output_scanline < decoder.output_height) {
        JSAMPROW row = grey + (size_t)decoder.output_scanline * decoder.output_width;
        jpeg_read_scanlines(&decoder, &row, 1);
    }
    jpeg_destroy_decompress(&decoder);
    return JPEG_LOADED;
}
