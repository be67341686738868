import CZBar

/// One pass of libzbar along a line of modules.
enum LinearReader {
    /// White modules on either side, as a gun sees paper there.
    private static let margin = 12
    private static let dotsPerModule = 3

    /// What the bars say, nil when libzbar makes nothing of them.
    static func read(_ modules: [UInt8], as kind: zbar_symbol_type_t) -> [UInt8]? {
        guard let decoder = zbar_decoder_create() else { return nil }
        defer { zbar_decoder_destroy(decoder) }
        zbar_decoder_set_config(decoder, ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
        zbar_decoder_set_config(decoder, kind, ZBAR_CFG_ENABLE, 1)
        // Widths are known here; the scanner that finds edges in grey would only guess them.
        var isDark = false
        var width = UInt32(margin)
        var found: [UInt8]?
        func end() {
            guard zbar_decode_width(decoder, width * UInt32(dotsPerModule)) == kind, found == nil else { return }
            guard let data = zbar_decoder_get_data(decoder) else { return }
            let count = Int(zbar_decoder_get_data_length(decoder))
            found = data.withMemoryRebound(to: UInt8.self, capacity: count) {
                Array(UnsafeBufferPointer(start: $0, count: count))
            }
        }
        for module in modules {
            if (module == 0) == isDark {
                width += 1
            } else {
                end()
                isDark.toggle()
                width = 1
            }
        }
        if isDark {
            end()
            width = UInt32(margin)
        } else {
            width += UInt32(margin)
        }
        end()
        // A light space of no width tells the decoder that nothing follows.
        width = 0
        end()
        return found
    }
}
