import Foundation
import Synchronization

/// A program on a pseudo-terminal of its own, and what that terminal shows.
public final class TerminalBed: Sendable {
    private struct Waiter {
        let isMet: @Sendable (TerminalEmulator) -> Bool
        let continuation: CheckedContinuation<TerminalEmulator, any Error>
    }

    private struct State {
        var emulator: TerminalEmulator
        var waiters: [Int: Waiter] = [:]
        var nextWaiter = 0
        var hasEnded = false
    }

    private let terminal: PseudoTerminal
    private let child: ChildProgram
    private let state: Mutex<State>

    /// Starts the program with nothing but `environment`, and this terminal for everything.
    public init(
        _ program: String,
        _ arguments: [String],
        columns: Int,
        rows: Int,
        environment: [String: String]
    ) throws {
        (terminal, child) = try PseudoTerminal.start(
            program,
            arguments,
            columns: columns,
            rows: rows,
            environment: environment
        )
        state = Mutex(State(emulator: TerminalEmulator(columns: columns, rows: rows)))
        Thread.detachNewThread { [self] in follow() }
    }

    deinit { terminal.close() }

    /// What is shown now.
    public var shown: TerminalEmulator { state.withLock { $0.emulator } }

    /// What is shown once it is as `isMet` says; throws with what is shown when the test is cancelled or the program ends.
    @discardableResult
    public func wait(until isMet: @escaping @Sendable (TerminalEmulator) -> Bool) async throws -> TerminalEmulator {
        let number = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                state.withLock { $0.waiters[number] = Waiter(isMet: isMet, continuation: continuation) }
                tell(isCancelled: Task.isCancelled ? number : nil)
            }
        } onCancel: {
            tell(isCancelled: number)
        }
    }

    /// What is shown once all of these stand somewhere on it.
    @discardableResult
    public func wait(for texts: String...) async throws -> TerminalEmulator {
        try await wait { shown in texts.allSatisfy { shown.text.contains($0) } }
    }

    /// Makes it another size, which the kernel tells the program.
    public func resize(columns: Int, rows: Int) {
        state.withLock { state in
            state.emulator.resize(columns: columns, rows: rows)
            terminal.resize(columns: columns, rows: rows)
        }
    }

    /// Presses keys.
    public func type(_ text: String) { terminal.type(text) }

    public func send(_ signal: CInt) { child.send(signal) }

    /// Waits for its end; its exit status, or 128 and the signal.
    public func status() async -> Int32 { await child.status() }

    /// Waits until the terminal has shown all that the program wrote.
    public func waitForEnd() async throws {
        do { try await wait { _ in false } } catch { guard state.withLock({ $0.hasEnded }) else { throw error } }
    }

    /// Ends the program, whatever it does.
    public func close() async {
        child.send(SIGKILL)
        _ = await child.status()
    }

    private func follow() {
        while case let bytes = terminal.next(), !bytes.isEmpty {
            state.withLock { $0.emulator.take(bytes) }
            tell()
        }
        state.withLock { $0.hasEnded = true }
        tell()
    }

    private func tell(isCancelled cancelled: Int? = nil) {
        state.withLock { state in
            for (number, waiter) in state.waiters {
                if waiter.isMet(state.emulator) {
                    waiter.continuation.resume(returning: state.emulator)
                } else if state.hasEnded || number == cancelled {
                    let why = state.hasEnded ? "the program ended" : "time ran out"
                    let fault = TerminalFault(description: "\(why); the terminal shows\n\(state.emulator.text)")
                    waiter.continuation.resume(throwing: fault)
                } else {
                    continue
                }
                state.waiters[number] = nil
            }
        }
    }
}
