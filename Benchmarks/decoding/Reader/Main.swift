import Barcodes
import Foundation
import ImageDecoding
import ImageEngine

/// Reads the codes of the images whose paths come on standard input, one a line, and writes a JSON line for each.
///
/// Arguments: `plain`, `fast` or `thorough`, and for `plain` how often each image is read. A line holds the path, the
/// codes with `type`, `data`, `rendering` and `engine`, `ms`, the processor time of decoding, and `load_ms`, that of
/// loading. The images are read in this process: what a child costs is no matter of decoding.
@main
enum Main {
    private struct Code: Encodable {
        let type: String
        let data: String
        let rendering: String
        let engine: String
        let quality: Int
    }

    private struct Answer: Encodable {
        let path: String
        let codes: [Code]
        let ms: Double
        let load_ms: Double
        let error: String?
    }

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let mode = DecodingMode(rawValue: arguments.first ?? "fast") else { exit(64) }
        let options = DecodingOptions(mode: mode, usesSecondEngine: mode != .plain)
        let decoder = ImageDecoder(options: options)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        while let path = readLine() {
            let line = try encoder.encode(answer(for: path, decoder)) + [UInt8(ascii: "\n")]
            FileHandle.standardOutput.write(line)
        }
    }

    private static func answer(for path: String, _ decoder: ImageDecoder) -> Answer {
        var codes: [Code] = []
        var loading = 0.0
        var decoding = 0.0
        var problem: String?
        do {
            let file = [UInt8](try Data(contentsOf: URL(filePath: path)))
            let start = processorTime()
            let page = try decoder.load(file)
            let middle = processorTime()
            let image = try decoder.decode(grey: page.pixels, width: page.width, height: page.height)
            loading = middle - start
            decoding = processorTime() - middle
            codes = image.codes.map {
                Code(
                    type: $0.symbology.rawValue,
                    data: $0.text,
                    rendering: $0.rendering.rawValue,
                    engine: $0.engine.rawValue,
                    quality: $0.quality
                )
            }
        } catch {
            problem = "\(error)"
        }
        return Answer(path: path, codes: codes, ms: decoding, load_ms: loading, error: problem)
    }

    /// Of the calling thread, in milliseconds.
    private static func processorTime() -> Double {
        var time = timespec()
        guard clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return 0 }
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }
}
