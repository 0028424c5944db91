import Foundation

/// Where things are that the tests need.
enum Places {
  /// The package's own folder.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The folder of the golden cases.
  static let goldens = "\(package)/Tests/Golden"

  /// The folder of vendors' documents, where it lies beside the project or further out.
  static let corpus: String? = {
    var folder = URL(fileURLWithPath: package)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let corpus = folder.appending(path: "shared/corpus").path
      if FileManager.default.fileExists(atPath: corpus) { return corpus }
    }
    return nil
  }()

  /// The built tool, beside the test bundle; nil if it isn't there.
  static let tool = products.map { folder in "\(folder)/apus" }

  /// The folder of the compiled modules; nil if it isn't there.
  static let modules = products.flatMap { products in
    let folder = "\(products)/Modules"
    let module = "\(folder)/ApusRuntime.swiftmodule"
    return FileManager.default.fileExists(atPath: module) ? folder : nil
  }

  /// The folder that the build puts its products in: above the test bundle, which on Linux is
  /// the program that runs, and on macOS is loaded into another one.
  private static let products: String? = {
    let bundles = Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }
    for start in bundles.map(\.bundleURL) + [Bundle.main.executableURL].compactMap(\.self) {
      var folder = start
      while folder.path != "/" {
        folder.deleteLastPathComponent()
        if FileManager.default.isExecutableFile(atPath: folder.appending(path: "apus").path) {
          return folder.path
        }
      }
    }
    return nil
  }()
}
