import Foundation

/// Runs what blocks on a thread of its own: the threads that run tests are few, and those of queues are shared.
public enum OwnThread {
    public static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: work()) }
        }
    }
}
