/// An image from a file beside the template, such as a coat of arms.
public struct LabelImage: Sendable, Hashable {
    /// The file name, without a directory.
    public let file: String
    /// The box.
    ///
    /// The image keeps its proportions and is centred in it.
    public let box: LabelBox
    let picture: GreyPicture
}
