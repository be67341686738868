extension TransferLogError? {
    /// That the log is closed to writing, and why.
    var asClosed: TransferLogError {
        switch self {
        case .closed(let reason)?: .closed(reason)
        // These say themselves that nothing can be written.
        case .diskFull?: .diskFull
        case .outOfMemory?: .outOfMemory
        case .readOnly(let reason)?: .readOnly(reason)
        case let error?: .closed(error.description)
        case nil: .closed("it is not open")
        }
    }
}
