import ImageDecoding

extension Configuration {
    /// How images are decoded here when a request does not say otherwise.
    var decodingOptions: DecodingOptions {
        DecodingOptions(interleavedLengths: Set(interleavedLengths), characterSet: imageCharacterSet)
    }
}
