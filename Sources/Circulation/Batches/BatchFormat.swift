/// The forms in which portable terminals upload what they read.
public enum BatchFormat: String, Sendable, Hashable, CaseIterable {
    /// One code a line, without times.
    case lines
    /// Comma-, semicolon- or tab-separated values (RFC 4180), with or without a header, with or without times.
    case csv
    /// What OpenText Content Manager takes from portable scanners: the scanner's name, `DATEyymmdd`, `TIMEhhmmss`, then
    /// codes, of which those with `S` in front are places and those with `R` things.
    case portable
}
