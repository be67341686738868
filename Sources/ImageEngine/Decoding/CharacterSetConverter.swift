internal import Glibc
internal import ImageDecoding

/// Owns an iconv conversion to UTF-8.
final class CharacterSetConverter {
    private let handle: iconv_t

    /// Returns nil when the C library does not know `name`, or can no longer open its table.
    init?(from name: String) {
        guard let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1 else { return nil }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    /// Converts `bytes` to text; nil when they are invalid in the character set.
    func convert(_ bytes: [UInt8]) -> String? {
        // Reset the state, which a failed conversion may have left undefined.
        _ = iconv(handle, nil, nil, nil, nil)
        var input = bytes.map { CChar(bitPattern: $0) }
        // No shorter character takes more than four bytes in UTF-8.
        var output = [CChar](repeating: 0, count: 4 * bytes.count + 4)
        let written: Int? = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var from = input.baseAddress
                var to = output.baseAddress
                var left = input.count
                var room = output.count
                guard iconv(handle, &from, &left, &to, &room) != -1, left == 0 else { return nil }
                return output.count - room
            }
        }
        guard let written else { return nil }
        return String(validating: output.prefix(written).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
