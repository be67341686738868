/// One place of a terminal.
public struct TerminalCell: Sendable, Hashable {
    /// What stands there with its marks; empty for the right half of a wide character.
    public var text = " "
    /// The parameters of the last SGR sequence, such as `30;42`; empty for none.
    public var style = ""
}
