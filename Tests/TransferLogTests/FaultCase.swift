import FaultyFileLayer
import Testing

/// A fault, and the operation of its sort with which it begins.
struct FaultCase: Sendable, CustomTestStringConvertible {
    let fault: file_fault
    let onset: Int32

    /// Every fault with every onset.
    static func all(_ faults: [file_fault], onsets: [Int32]) -> [FaultCase] {
        faults.flatMap { fault in onsets.map { FaultCase(fault: fault, onset: $0) } }
    }

    var testDescription: String {
        let names = ["write error", "full disk", "torn write", "sync error", "read error", "short read"]
        return "\(names[Int(fault.rawValue)]) from operation \(onset)"
    }
}
