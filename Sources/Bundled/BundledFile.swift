/// A file of Contract/, Feeds/ or Lexicons/ as it was when this program was built: what runs where nothing is installed.
public struct BundledFile: Sendable, Hashable {
    /// The path below the project's root, such as `Lexicons/ms-core.yaml`.
    public let path: String
    /// The whole text, with one line feed added at the end.
    public let text: String

    public init(path: String, text: String) { (self.path, self.text) = (path, text) }

    /// Every bundled file whose path begins with `folder + "/"`, in the order of their paths.
    public static func files(in folder: String) -> [BundledFile] {
        all.filter { $0.path.hasPrefix(folder + "/") }
    }
}
