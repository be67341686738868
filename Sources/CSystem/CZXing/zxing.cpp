// Text comes as std::string.
#define ZX_USE_UTF8 1

#include "CZXing.h"

#include <exception>
#include <string>

#include <ZXing/ReadBarcode.h>

using namespace ZXing;

namespace {

const struct {
    zxing_symbology symbology;
    BarcodeFormat format;
} names[] = {
    {ZXING_CODABAR, BarcodeFormat::Codabar}, {ZXING_CODE_39, BarcodeFormat::Code39},
    {ZXING_CODE_93, BarcodeFormat::Code93},  {ZXING_CODE_128, BarcodeFormat::Code128},
    {ZXING_EAN_13, BarcodeFormat::EAN13},    {ZXING_EAN_8, BarcodeFormat::EAN8},
    {ZXING_ITF, BarcodeFormat::ITF},         {ZXING_UPC_A, BarcodeFormat::UPCA},
    {ZXING_UPC_E, BarcodeFormat::UPCE},      {ZXING_QR, BarcodeFormat::QRCode},
    {ZXING_DATA_MATRIX, BarcodeFormat::DataMatrix},
};

DecodeHints hints(zxing_symbologies wanted) {
    BarcodeFormats formats;
    for (const auto &name : names) {
        if (wanted & (1u << name.symbology)) formats |= name.format;
    }
    // Turned and smaller pictures are the caller's business.
    return DecodeHints()
        .setFormats(formats)
        .setTryHarder(true)
        .setTryRotate(false)
        .setTryDownscale(false)
        .setReturnCodabarStartEnd(true);
}

void tell(const Result &result, void *context, zxing_report report) {
    if (!result.isValid()) return;
    for (const auto &name : names) {
        if (name.format != result.format()) continue;
        zxing_code code = {};
        code.symbology = name.symbology;
        code.is_text = result.hasECI();
        const std::string text = code.is_text ? result.text() : std::string();
        code.bytes = code.is_text ? reinterpret_cast<const uint8_t *>(text.data()) : result.bytes().data();
        code.count = code.is_text ? text.size() : result.bytes().size();
        const std::string aim = result.symbologyIdentifier();
        code.aim = aim.c_str();
        code.lines = result.lineCount();
        for (int corner = 0; corner < 4; corner++) {
            code.corners[2 * corner] = result.position()[corner].x;
            code.corners[2 * corner + 1] = result.position()[corner].y;
        }
        report(context, &code);
    }
}

} // namespace

bool zxing_find_linear(const uint8_t *pixels, int32_t width, int32_t height, zxing_symbologies wanted, int32_t lines,
                       void *context, zxing_report report) try {
    ImageView view(pixels, width, height, ImageFormat::Lum);
    tell(ReadBarcode(view, hints(wanted).setMinLineCount(static_cast<uint8_t>(lines))), context, report);
    return true;
} catch (const std::exception &) {
    return false;
}

bool zxing_read_linear(const uint8_t *pixels, int32_t width, int32_t height, zxing_symbologies wanted, void *context,
                       zxing_report report) try {
    ImageView view(pixels, width, height, ImageFormat::Lum);
    const DecodeHints one = hints(wanted).setIsPure(true).setBinarizer(Binarizer::FixedThreshold).setMinLineCount(1);
    tell(ReadBarcode(view, one), context, report);
    return true;
} catch (const std::exception &) {
    return false;
}

bool zxing_find_qr(const uint8_t *pixels, int32_t width, int32_t height, void *context, zxing_report report) try {
    ImageView view(pixels, width, height, ImageFormat::Lum);
    for (const auto &result : ReadBarcodes(view, hints(1u << ZXING_QR))) tell(result, context, report);
    return true;
} catch (const std::exception &) {
    return false;
}

bool zxing_read_qr(const uint8_t *pixels, int32_t width, int32_t height, void *context, zxing_report report) try {
    ImageView view(pixels, width, height, ImageFormat::Lum);
    tell(ReadBarcode(view, hints(1u << ZXING_QR).setIsPure(true)), context, report);
    return true;
} catch (const std::exception &) {
    return false;
}

bool zxing_read_data_matrix(const uint8_t *pixels, int32_t width, int32_t height, void *context,
                            zxing_report report) try {
    ImageView view(pixels, width, height, ImageFormat::Lum);
    tell(ReadBarcode(view, hints(1u << ZXING_DATA_MATRIX).setIsPure(true)), context, report);
    return true;
} catch (const std::exception &) {
    return false;
}
