import DaemonClient
import Testing

@Suite struct IdempotencyKeyTests {
    /// Counts up, so that a test knows every bit.
    private struct Counter: RandomNumberGenerator {
        var value: UInt64
        mutating func next() -> UInt64 {
            defer { value += 1 }
            return value
        }
    }

    @Test func holdsEveryBitOfTheGenerator() {
        var counter = Counter(value: 0x0123_4567_89AB_CDEF)
        #expect(IdempotencyKey(using: &counter).text == "0123456789abcdef0123456789abcdf0")
    }

    @Test func differsEachTime() {
        #expect(Set((0..<100).map { _ in IdempotencyKey.random() }).count == 100)
    }
}
