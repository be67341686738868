/// The version of the programs.
enum Version {
    static let text = "0.1.0"
}
