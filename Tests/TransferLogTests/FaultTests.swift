import FaultyFileLayer
import Testing
import Vocabulary

@testable import TransferLog

/// Disks that are full, that fail, and that write half of what they were given.
@Suite struct FaultTests {
    /// The first operation, others within a commit, and some between commits.
    private static let onsets: [Int32] = [0, 1, 2, 3, 5, 8, 13, 21, 34, 55]
    private static let writing = [FILE_FAULT_WRITE, FILE_FAULT_FULL, FILE_FAULT_TORN, FILE_FAULT_SYNC]
    private static let reading = [FILE_FAULT_READ, FILE_FAULT_SHORT_READ]

    @Test(arguments: FaultCase.all(writing, onsets: onsets))
    func whatCannotBeWrittenIsToldAndUndone(_ fault: FaultCase) async throws {
        try await FaultyLog.with { bed in
            #expect(await bed.move(20) == [])
            try bed.begin(fault, in: bed.writeAheadLog)
            let errors = await bed.move(200)
            #expect(bed.end() > 0, "the fault was never met")
            #expect(!errors.isEmpty)
            if fault.fault == FILE_FAULT_FULL { #expect(Set(errors) == ["\(TransferLogError.diskFull)"]) }
            // A daemon that cannot write says so, and why, as long as it has not written again.
            if fault.fault != FILE_FAULT_FULL { #expect(errors.allSatisfy { $0.contains("dmesg") }, "\(errors)") }
            // It goes on by itself.
            #expect(await bed.move(20) == [])
            try await bed.expectExactlyWhatWasAcknowledged()
            try bed.reopen()
            try await bed.expectExactlyWhatWasAcknowledged()
        }
    }

    /// The machine stops at the moment of the fault: what lies on the disk then is all there is.
    @Test(arguments: FaultCase.all(writing, onsets: onsets))
    func whatWasAcknowledgedIsThereAfterACrash(_ fault: FaultCase) async throws {
        try await FaultyLog.with { bed in
            #expect(await bed.move(20) == [])
            try bed.begin(fault, in: bed.writeAheadLog)
            #expect(await bed.move(200) != [])
            let copy = try bed.crashCopy()
            #expect(bed.end() > 0, "the fault was never met")
            try await bed.expectWhatWasAcknowledged(in: copy)
        }
    }

    /// Moving the write-ahead log into the database fails half-way.
    @Test(
        arguments: FaultCase.all([FILE_FAULT_WRITE, FILE_FAULT_FULL, FILE_FAULT_TORN], onsets: [0, 1, 2, 5])
            + FaultCase.all([FILE_FAULT_SYNC], onsets: [0])
    )
    func aCheckpointThatFailsLosesNothing(_ fault: FaultCase) async throws {
        try await FaultyLog.with { bed in
            #expect(await bed.move(100) == [])
            try bed.begin(fault, in: bed.path)
            await #expect(throws: (any Error).self) { try await bed.log.scrub() }
            let copy = try bed.crashCopy()
            #expect(bed.end() > 0, "the fault was never met")
            try await bed.expectWhatWasAcknowledged(in: copy)
            #expect(await bed.move(20) == [])
            try await bed.log.scrub()
            try await bed.expectExactlyWhatWasAcknowledged()
        }
    }

    /// What cannot be read is an error, or is named by a verification; it is never told as something else.
    @Test(arguments: FaultCase.all(reading, onsets: [0, 1, 2, 3, 5, 8, 13, 21, 34]))
    func whatCannotBeReadIsNotMadeUp(_ fault: FaultCase) async throws {
        try await FaultyLog.with { bed in
            #expect(await bed.move(300) == [])
            let truth = try await bed.entries()
            let head = try await bed.log.read { try $0.treeHead() }
            try bed.reopen()
            try bed.begin(fault, in: bed.path)
            let told = try? await bed.entries()
            #expect(told == nil || told == truth)
            if let findings = try? await bed.log.verify(), findings.problems == [] { #expect(findings.head == head) }
            #expect(bed.end() > 0, "the fault was never met")
            try bed.reopen()
            try await bed.expectExactlyWhatWasAcknowledged()
        }
    }

    /// A page that cannot be read during a verification is no page that is damaged.
    @Test(arguments: FaultCase.all([FILE_FAULT_READ], onsets: [0, 1, 2, 3, 5, 8, 13, 21, 34]))
    func aVerificationThatCannotReadLeavesTheLogOpen(_ fault: FaultCase) async throws {
        try await FaultyLog.with { bed in
            #expect(await bed.move(300) == [])
            try bed.reopen()
            try bed.begin(fault, in: bed.path)
            await #expect(throws: TransferLogError.self) { try await bed.log.verify() }
            #expect(bed.end() > 0, "the fault was never met")
            #expect(bed.log.trouble == nil)
            #expect(await bed.move(1) == [])
        }
    }

    @Test func whatSQLiteSaysIsNamed() {
        let line = "Tree 12 page 40: unable to get the page. error code="
        #expect(LogVerification.obstacle(in: line + "266") == .inputOutput(line + "266"))
        #expect(LogVerification.obstacle(in: line + "7") == .outOfMemory)
        #expect(LogVerification.obstacle(in: line + "11") == nil)
        #expect(LogVerification.obstacle(in: "Tree 12 page 40: btreeInitPage() returns error code 11") == nil)
        #expect(LogVerification.obstacle(in: "row 3 missing from index placementByPlace") == nil)
        #expect(TransferLogError.outOfMemory.mayPass)
    }
}
