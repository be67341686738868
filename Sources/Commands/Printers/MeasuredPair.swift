import ArgumentParser
import CommandBasics
import Terminal

/// Two lengths in millimetres, horizontal and vertical.
struct MeasuredPair: ExpressibleByArgument, Sendable, Hashable {
    let x: Double
    let y: Double

    /// Parses `10.4,9.8`.
    ///
    /// Commas may be decimal if the two are separated by a semicolon or white space.
    init?(argument: String) {
        let separators: [Character] = argument.contains(where: { $0 == ";" || $0 == " " }) ? [";", " "] : [","]
        let parts = argument.split(whereSeparator: { separators.contains($0) }).map {
            Double(String($0.map { $0 == "," ? "." : $0 }))
        }
        guard parts.count == 2, let x = parts[0], let y = parts[1], x.isFinite, y.isFinite else { return nil }
        self.x = x
        self.y = y
    }

    /// Asks for both measurements of a ruler page on standard error and reads them from standard input.
    @MainActor static func ask(_ output: Output) throws -> (zero: MeasuredPair, length: MeasuredPair) {
        var reader = LineReader(descriptor: 0)
        func pair(_ question: String) throws -> MeasuredPair {
            while true {
                output.remark(question)
                guard let line = try reader.next() else {
                    throw CommandFailure(.usage, "cannot calibrate without measurements: give --zero and --length")
                }
                if case .text(let text) = line, let pair = MeasuredPair(argument: text) { return pair }
            }
        }
        let zero = try pair("zero marks, millimetres from the left and from the upper edge, such as 5.2 4.9:")
        return (zero, try pair("length of the scales across and down in millimetres, such as 89.8 40.1:"))
    }
}
