extension TransferLogError? {
    /// The error that the log is closed to writing, with the reason.
    var asClosed: TransferLogError {
        switch self {
        case .closed(let reason)?: .closed(reason)
        // The messages of these already state that nothing can be written.
        case .diskFull?: .diskFull
        case .outOfMemory?: .outOfMemory
        case .readOnly(let reason)?: .readOnly(reason)
        case let error?: .closed(error.description)
        case nil: .closed("it is not open")
        }
    }
}
