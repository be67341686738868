/// The tables of a compiled catalogue: its texts as ranges of bytes, all of them checked.
///
/// Source: GNU gettext manual, “The Format of GNU MO Files”. Both byte orders are read. The hash table is ignored: the
/// texts are sorted, so that a binary search finds one, and no text is copied before it is needed.
struct MachineObject: Sendable {
    /// A message as written in the program, and its translation, which may have several parts separated by NUL.
    struct Entry: Sendable {
        let original: Range<Int>
        let translation: Range<Int>
        /// The part of the original that identifies it: the context, the text, and not its plural.
        let key: Range<Int>
    }

    let bytes: [UInt8]
    let entries: [Entry]

    init(_ bytes: [UInt8]) throws(Failure) {
        guard bytes.count <= Catalogue.largest else { throw Failure(.tooLarge) }
        let reader = try Reader(bytes)
        let revision = reader.number(at: 4)
        guard revision == 0 else { throw Failure(.revision(revision)) }
        let count = reader.number(at: 8)
        guard count <= Catalogue.mostMessages else { throw Failure(.tooManyMessages(count)) }
        let originals = try reader.table(at: 12, count: Int(count))
        let translations = try reader.table(at: 16, count: Int(count))
        var entries: [Entry] = []
        entries.reserveCapacity(Int(count))
        // Texts that overlap could make a small file cost much time.
        var left = bytes.count
        for index in 0..<Int(count) {
            let original = try reader.text(at: originals + 8 * index, index)
            let translation = try reader.text(at: translations + 8 * index, index)
            left -= original.count + translation.count + 2
            guard left >= 0 else { throw Failure(.overlapping) }
            try Self.check(bytes, original, translation, index)
            let end = bytes[original].firstIndex(of: 0) ?? original.upperBound
            let key = original.lowerBound..<end
            if let last = entries.last, !bytes[last.key].lexicographicallyPrecedes(bytes[key]) {
                throw Failure(.unsorted(index + 1))
            }
            entries.append(Entry(original: original, translation: translation, key: key))
        }
        self.bytes = bytes
        self.entries = entries
    }

    /// Returns the position of the message with this key.
    func index(of key: some Collection<UInt8>) -> Int? {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if bytes[entries[middle].key].lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
        }
        return low < entries.count && bytes[entries[low].key].elementsEqual(key) ? low : nil
    }

    /// The reason why bytes are not a catalogue.
    struct Failure: Error, Sendable {
        let fault: CatalogueError.Fault

        init(_ fault: CatalogueError.Fault) { self.fault = fault }
    }

    /// Checks that texts are UTF-8.
    ///
    /// Their control characters are NUL between plural forms, EOT behind a context, and line ends.
    private static func check(
        _ bytes: [UInt8],
        _ original: Range<Int>,
        _ translation: Range<Int>,
        _ index: Int
    ) throws(Failure) {
        for (range, allowed) in [(original, 4 as UInt8), (translation, 0)] {
            guard isUTF8(bytes, range) else { throw Failure(.notUTF8(index + 1)) }
            for byte in bytes[range] where byte < 0x20 || byte == 0x7f {
                guard byte == 0 || byte == 0x0a || byte == 0x09 || byte == allowed else {
                    throw Failure(.controlCharacter(index + 1))
                }
            }
        }
    }

    private static func isUTF8(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes.span.extracting(range))
            return true
        } catch {
            return false
        }
    }
}

/// Reads numbers and ranges, never beyond the end.
private struct Reader {
    private let bytes: [UInt8]
    private let isBigEndian: Bool

    init(_ bytes: [UInt8]) throws(MachineObject.Failure) {
        guard bytes.count >= 28 else { throw MachineObject.Failure(.notACatalogue) }
        switch Array(bytes[..<4]) {
        case [0xde, 0x12, 0x04, 0x95]: isBigEndian = false
        case [0x95, 0x04, 0x12, 0xde]: isBigEndian = true
        default: throw MachineObject.Failure(.notACatalogue)
        }
        self.bytes = bytes
    }

    /// The caller has checked that four bytes are there.
    func number(at offset: Int) -> UInt32 {
        let four = bytes[offset..<offset + 4]
        let ordered = isBigEndian ? Array(four) : four.reversed()
        return ordered.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Returns the offset of a table with `count` descriptors of eight bytes.
    func table(at offset: Int, count: Int) throws(MachineObject.Failure) -> Int {
        let start = Int(number(at: offset))
        guard start + 8 * count <= bytes.count else { throw MachineObject.Failure(.truncated) }
        return start
    }

    /// Returns the range of the text with the descriptor at `offset`; a NUL follows the text.
    func text(at offset: Int, _ index: Int) throws(MachineObject.Failure) -> Range<Int> {
        let (count, start) = (Int(number(at: offset)), Int(number(at: offset + 4)))
        guard count <= Catalogue.longestMessage else { throw MachineObject.Failure(.longMessage(index + 1)) }
        guard start + count < bytes.count, bytes[start + count] == 0 else { throw MachineObject.Failure(.truncated) }
        return start..<start + count
    }
}
