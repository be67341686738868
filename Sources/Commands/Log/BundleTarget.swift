import ArgumentParser

/// The option for the destination of a proof.
struct BundleTarget: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; by default, and for -, standard output.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    func validate() throws {
        if output == "" { throw ValidationError("--output needs the name of a file, or -") }
    }

    /// Writes the bytes unchanged, and reports the path if they went to a file.
    func write(_ bytes: [UInt8], _ shown: Output) async throws {
        guard let path = output, path != "-" else { return try await shown.write(text: bytes) }
        try await FileSink.write(bytes, to: path)
        try await shown.show(WrittenFile(path: path, bytes: bytes.count))
    }
}
