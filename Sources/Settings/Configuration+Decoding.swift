package import ImageDecoding

extension Configuration {
    /// The default options for decoding images; a request may override them.
    package var decodingOptions: DecodingOptions {
        DecodingOptions(interleavedLengths: Set(interleavedLengths), characterSet: imageCharacterSet)
    }
}
