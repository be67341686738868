import Foundation
import Testing

/// The first page of a PWG raster stream (PWG 5102.4) with one or eight bits a dot.
struct PWGRaster {
    let width: Int
    let height: Int
    /// How many pages the header says there are.
    let pages: Int
    private var rows: [[Bool]] = []
    private let length: Int
    private var end = 0

    func dots(inRow y: Int) -> [Bool] { rows[y] }

    /// Whether the stream ends after so many pages like this one.
    func isAtItsEnd(after pages: Int) -> Bool { length == 4 + pages * (end - 4) }

    /// Lengths of the stretches of one colour in a row, white first.
    func runs(inRow y: Int) -> [Int] {
        var runs = [0]
        var wasDark = false
        for isDark in rows[y] {
            if isDark != wasDark {
                runs.append(0)
                wasDark = isDark
            }
            runs[runs.count - 1] += 1
        }
        return runs
    }

    init(path: String) throws {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        try #require(bytes.count > 4 + 1_796 && bytes.starts(with: Array("RaS2".utf8)))
        func number(at offset: Int) -> Int {
            bytes[(4 + offset)..<(8 + offset)].reduce(0) { $0 << 8 | Int($1) }
        }
        width = number(at: 372)
        pages = number(at: 452)
        length = bytes.count
        height = number(at: 376)
        let bits = number(at: 388)
        let bytesPerLine = number(at: 392)
        // 3 is black, where more is darker; 18 is grey, where more is lighter.
        let isBlack = number(at: 400) == 3
        var position = 4 + 1_796
        while rows.count < height {
            let repeats = Int(bytes[position]) + 1
            position += 1
            var line: [UInt8] = []
            while line.count < bytesPerLine {
                let code = Int(bytes[position])
                position += 1
                if code < 128 {
                    line += Array(repeating: bytes[position], count: code + 1)
                    position += 1
                } else {
                    line += bytes[position..<(position + 257 - code)]
                    position += 257 - code
                }
            }
            let row = (0..<width).map { x in
                let isSet = bits == 1 ? line[x / 8] & (0x80 >> UInt8(x % 8)) != 0 : line[x] >= 128
                return isSet == isBlack
            }
            rows += Array(repeating: row, count: repeats)
        }
        end = position
    }
}
