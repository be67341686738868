/// Separates good from damaged bytes in the output of a terminal with PARMRK: `ff 00 xx` marks xx, and `ff ff` is ff.
struct LineMarks {
    private enum State {
        case plain, marked, damaged
    }

    private var state = State.plain

    /// The symbol that the byte completes; nil while a mark is incomplete.
    mutating func take(_ byte: UInt8) -> LineSymbol? {
        switch (state, byte) {
        case (.plain, 0xff):
            state = .marked
            return nil
        case (.plain, _):
            return .byte(byte)
        case (.marked, 0):
            state = .damaged
            return nil
        case (.marked, _):
            state = .plain
            return byte == 0xff ? .byte(byte) : .damaged
        case (.damaged, _):
            state = .plain
            return .damaged
        }
    }
}
