import Testing

@testable import Intake

@Suite("In which order files are filed, and when nobody can say")
struct FilingOrderRuleTests {
    private static let start = ContinuousClock.now

    /// A file that was written `written` seconds after some moment of the share's clock, and appeared `seen` seconds after
    /// some moment of the daemon's, as number `ordinal` while it watched.
    private struct File {
        var name: String
        var written: Double
        var begun: Double?
        var seen = 0.0
        var ordinal: Int?
        var isCreatedHere = false
    }

    private func blocks(_ files: [File]) -> [[String]] {
        let entries = files.map { file in
            FilingOrder.Entry(
                name: NaturalName(file.name),
                began: Int64((file.begun ?? file.written) * 1_000_000_000),
                ended: Int64(file.written * 1_000_000_000),
                seen: Self.start + .seconds(file.seen),
                ordinal: file.ordinal,
                isCreatedHere: file.isCreatedHere
            )
        }
        return FilingOrder.blocks(of: entries).map { $0.map { files[$0].name } }
    }

    @Test func oneSeriesIsOrderedByNameWithinAnInstant() {
        let names = ["Scan 1", "Scan 10", "Scan 11", "Scan 2", "Scan 3"]
        // All at the same time; in the order in which a shell copies them; and in no order at all.
        let natural = [["Scan 1"], ["Scan 2"], ["Scan 3"], ["Scan 10"], ["Scan 11"]]
        #expect(blocks(names.map { File(name: $0, written: 7) }) == natural)
        #expect(blocks(names.enumerated().map { File(name: $1, written: Double($0) / 10, ordinal: $0) }) == natural)
        #expect(blocks(names.reversed().enumerated().map { File(name: $1, written: Double($0) / 10) }) == natural)
    }

    @Test func timesOfACopyingInTheOrderOfTextSayNothing() {
        let names = ["Scan 1", "Scan 10", "Scan 11", "Scan 2", "Scan 3"]
        let copied = names.enumerated().map {
            File(name: $1, written: Double($0) * 7, seen: Double($0) * 7, ordinal: $0)
        }
        #expect(blocks(copied) == [["Scan 1"], ["Scan 2"], ["Scan 3"], ["Scan 10"], ["Scan 11"]])
    }

    @Test func namesAndTimesThatSayTheOppositeLeaveTheOrderOpen() {
        let files = [
            File(name: "Scan 1", written: 0), File(name: "Scan 2", written: 200), File(name: "Scan 3", written: 100),
            File(name: "Scan 4", written: 300),
        ]
        #expect(blocks(files) == [["Scan 1"], ["Scan 2", "Scan 3"], ["Scan 4"]])
        // A counter that began again at 1.
        let counter = [File(name: "Scan 9999", written: 0), File(name: "Scan 0001", written: 60)]
        #expect(blocks(counter).map(\.count) == [2])
        // The same number twice, at the same time.
        let twice = [File(name: "Scan 1", written: 5), File(name: "scan 01", written: 5)]
        #expect(blocks(twice).map(\.count) == [2])
        // Moved here one after the other, but against their numbers.
        let moved = [
            File(name: "Scan 2", written: 5, seen: 0, ordinal: 1),
            File(name: "Scan 1", written: 5, seen: 4, ordinal: 2),
        ]
        #expect(blocks(moved).map(\.count) == [2])
    }

    @Test func namesAndTimesThatAgreeAreBelievedHoweverTheFilesWereMoved() {
        let files = [
            File(name: "Scan 2", written: 60, seen: 0, ordinal: 1),
            File(name: "Scan 1", written: 0, seen: 9, ordinal: 2),
        ]
        #expect(blocks(files) == [["Scan 1"], ["Scan 2"]])
    }

    @Test func otherNamesAreOrderedByTime() {
        let written = [File(name: "page", written: 60), File(name: "cover", written: 0)]
        #expect(blocks(written) == [["cover"], ["page"]])
        // Of one instant, and seen in the same order.
        let seen = [File(name: "page", written: 0.3, ordinal: 2), File(name: "cover", written: 0.1, ordinal: 1)]
        #expect(blocks(seen) == [["cover"], ["page"]])
        // At the same time, but seen one clearly after the other.
        let later = [File(name: "page", written: 5, seen: 3), File(name: "cover", written: 5, seen: 0)]
        #expect(blocks(later) == [["cover"], ["page"]])
    }

    @Test func aFileThatWasBegunBeforeTheNextOneAppearedComesFirst() {
        let files = [
            File(name: "aa page", written: 5, ordinal: 2),
            File(name: "zz cover", written: 5, ordinal: 1, isCreatedHere: true),
        ]
        #expect(blocks(files) == [["zz cover"], ["aa page"]])
        // It was moved here, and is as old as the other.
        let moved = [
            File(name: "aa page", written: 5, ordinal: 2, isCreatedHere: true),
            File(name: "zz cover", written: 5, ordinal: 1),
        ]
        #expect(blocks(moved).map(\.count) == [2])
    }

    @Test func otherNamesOfOneInstantHaveNoOrder() {
        let same = [File(name: "page", written: 5, ordinal: 1), File(name: "cover", written: 5, ordinal: 2)]
        #expect(blocks(same).map(\.count) == [2])
        let opposite = [File(name: "page", written: 0.1, ordinal: 2), File(name: "cover", written: 0.3, ordinal: 1)]
        #expect(blocks(opposite).map(\.count) == [2])
        let clearly = [File(name: "page", written: 0, seen: 60), File(name: "cover", written: 30, seen: 0)]
        #expect(blocks(clearly).map(\.count) == [2])
        // One was begun before the other and finished after it, and nobody saw them come.
        let around = [File(name: "page", written: 12), File(name: "cover", written: 60, begun: 20)]
        #expect(blocks(around) == [["page"], ["cover"]])
        let across = [File(name: "page", written: 12), File(name: "cover", written: 60, begun: 0)]
        #expect(blocks(across).map(\.count) == [2])
    }

    @Test func aFileOfAnotherSeriesBetweenThemIsConcernedToo() {
        let files = [
            File(name: "Scan 5", written: 0), File(name: "cover", written: 10), File(name: "Scan 3", written: 20),
            File(name: "last", written: 30),
        ]
        #expect(blocks(files) == [["Scan 5", "cover", "Scan 3"], ["last"]])
    }

    @Test func twoScannersAreOrderedByTime() {
        let files = [
            File(name: "A1", written: 0), File(name: "B7", written: 5), File(name: "A2", written: 10),
            File(name: "B8", written: 15),
        ]
        #expect(blocks(files) == [["A1"], ["B7"], ["A2"], ["B8"]])
    }

    @Test func aLaterRoundComesLater() {
        let early = FilingOrder.Entry(
            name: NaturalName("scan 9"),
            round: 0,
            began: 9,
            ended: 9,
            seen: Self.start,
            ordinal: 1
        )
        let late = FilingOrder.Entry(
            name: NaturalName("scan 1"),
            round: 1,
            began: 1,
            ended: 1,
            seen: Self.start,
            ordinal: 2
        )
        #expect(FilingOrder.blocks(of: [late, early]) == [[1], [0]])
        #expect(FilingOrder.blocks(of: []).isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func manyFilesAreOrdered() {
        let files = (0..<10_000).map { File(name: "Scan \($0)", written: Double($0)) }
        #expect(blocks(files.reversed()).count == 10_000)
        let unordered = (0..<10_000).map { File(name: "\($0)x\($0)y\($0)z\($0)w\($0)", written: 5) }
        #expect(blocks(unordered).count == 1)
    }
}
