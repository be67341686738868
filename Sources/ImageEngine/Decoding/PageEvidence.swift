internal import Barcodes
internal import ImageDecoding

/// All sightings on a page so far, and the codes accepted from them.
struct PageEvidence {
    private(set) var candidates: [CodeCandidate] = []
    /// The accepted codes, in the order in which they were first seen.
    ///
    /// Where two occupy the same place, the one with more sightings is kept, or the one of better quality if they
    /// have equally many.
    private(set) var sureCodes: [DecodedCode] = []
    /// Whether all places that look like bars were read.
    var holdsNoMoreBars = false
    private let options: DecodingOptions

    init(options: DecodingOptions) { self.options = options }

    /// Adds the codes that one reader found.
    mutating func add(_ codes: [DecodedCode]) {
        for code in codes where isPossible(code) {
            if let index = candidates.firstIndex(where: { $0.isSame(as: code) }) {
                candidates[index].add(code)
            } else if candidates.count < Self.most {
                candidates.append(CodeCandidate(code))
            }
        }
        if !codes.isEmpty { sureCodes = findSureCodes() }
    }

    /// Whether there is an accepted code in `box`.
    func hasSureCode(in box: PixelBox) -> Bool { sureCodes.contains { $0.polygon.contains(where: box.contains) } }

    private func findSureCodes() -> [DecodedCode] {
        let sure = candidates.filter { $0.isSure && !isPiece($0) && !isShadow($0) }
        return sure.enumerated().filter { index, candidate in
            !sure.enumerated().contains { other, rival in
                other != index
                    && (rival.sightings.count, rival.bestQuality, index)
                        > (candidate.sightings.count, candidate.bestQuality, other)
                    && rival.sharesPlace(with: candidate)
            }
        }.map(\.element.code)
    }

    /// Maximum number of different codes, more than any page has, so that noise cannot accumulate.
    private static let most = 2000

    private func isPossible(_ code: DecodedCode) -> Bool {
        guard options.wants(code.symbology) else { return false }
        guard code.symbology == .interleaved2of5, !options.interleavedLengths.isEmpty else { return true }
        return options.interleavedLengths.contains(code.bytes.count)
    }

    /// Whether this is most likely a misreading of an adjacent code: seen once, on a fifth of the lines, and with a
    /// few characters changed.
    ///
    /// Bars that merge in a blurred photograph cause this, even with a matching check digit.
    private func isShadow(_ candidate: CodeCandidate) -> Bool {
        guard candidate.code.symbology != .qr, candidate.sightings.count == 1 else { return false }
        return candidates.contains {
            $0.code.symbology == candidate.code.symbology && $0.code.bytes.count == candidate.code.bytes.count
                && $0.bestQuality > 5 * candidate.bestQuality && $0.isBeside(candidate)
                && zip($0.code.bytes, candidate.code.bytes).count(where: !=) < 4
        }
    }

    /// Whether this Interleaved 2 of 5 is part of a longer one that was seen, accepted or not.
    private func isPiece(_ candidate: CodeCandidate) -> Bool {
        guard candidate.code.symbology == .interleaved2of5 else { return false }
        return candidates.contains {
            $0.code.symbology == .interleaved2of5 && $0.code.text.count > candidate.code.text.count
                && $0.code.text.contains(candidate.code.text)
        }
    }
}

extension CodeCandidate {
    fileprivate var bestQuality: Int { sightings.map(\.quality).max() ?? 0 }

    /// Whether two linear codes were read in the same place, so that one of them is wrong.
    fileprivate func sharesPlace(with other: CodeCandidate) -> Bool {
        guard code.symbology != .qr, other.code.symbology != .qr, isBeside(other) else { return false }
        return Self.reaches(code.polygon, into: other.code.polygon)
            || Self.reaches(other.code.polygon, into: code.polygon)
    }

    /// Whether the two are at most a quarter of this code's length apart.
    fileprivate func isBeside(_ other: CodeCandidate) -> Bool {
        guard let own = PixelBox(around: code.polygon), let others = PixelBox(around: other.code.polygon) else {
            return false
        }
        let margin = max(own.width, own.height) / 4
        let around = PixelBox(
            left: own.left - margin,
            top: own.top - margin,
            right: own.right + margin,
            bottom: own.bottom + margin
        )
        return around.overlaps(others)
    }

    /// Whether a corner or the middle of `polygon` lies in `other`.
    private static func reaches(_ polygon: [PixelPoint], into other: [PixelPoint]) -> Bool {
        guard !polygon.isEmpty else { return false }
        let sum = polygon.reduce((x: 0, y: 0)) { ($0.x + $1.x, $0.y + $1.y) }
        let middle = PixelPoint(x: sum.x / polygon.count, y: sum.y / polygon.count)
        // A single scan line is a line without an inside.
        let margin = polygon.count < 3 || other.count < 3 ? 2.0 : 0
        return ConvexHull.contains(middle, in: other, margin: 2)
            || polygon.contains { ConvexHull.contains($0, in: other, margin: margin) }
    }
}
