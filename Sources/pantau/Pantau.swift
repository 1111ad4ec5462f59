import Bundled

@main
enum Pantau {
    static func main() { print(BundledFile.files(in: "Feeds").count) }
}
