/// A picture out of a file beside the template, such as a coat of arms.
public struct LabelImage: Sendable, Hashable {
    /// The file's name, without any directory.
    public let file: String
    /// The picture keeps its shape and stands in the middle of it.
    public let box: LabelBox
    let picture: GreyPicture
}
