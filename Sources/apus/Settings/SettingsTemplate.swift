import ApusCore
import ApusSource
import ApusYAML

/// A settings file to begin with, and what a manifest says to go with it.
struct SettingsTemplate {
  /// The document's path as it was given.
  let path: String
  /// What the module for the code may be called.
  let module: String
  /// The document's tags.
  private let tags: [String]

  init(for document: Node, at path: String) {
    self.path = path
    module = Self.module(for: document["info"]?["title"]?.text ?? "")
    tags = document["tags"]?.elements.compactMap { $0["name"]?.text } ?? []
  }

  /// Whether the document lies in a target's folder, so that the plugin finds it.
  private var isInTarget: Bool {
    path.split(separator: "/").dropLast(2).contains("Sources")
  }

  /// The settings: those that the document needs, and as comments all others that there are.
  ///
  /// - Parameter hasSchema: Whether their schema lies beside them.
  func settings(hasSchema: Bool) -> String {
    var text = hasSchema ? "# yaml-language-server: $schema=\(SettingsSchema.name)\n" : ""
    text += """
      # What the options of 'apus generate' say. Paths are relative to this file's folder.

      document: \(Self.scalar(path.split(separator: "/").last.map(String.init) ?? path))

      """
    for option in GenerationArguments.settings {
      let value = Self.example(of: option)
      text += "\n# \(option.summary)\n"
      if option.name == "output", !isInTarget {
        // Of a path from the root on, nobody knows where in it the package begins.
        let folders = FolderPath.holding(path).split(separator: "/").filter { $0 != "." }
        let outwards = path.hasPrefix("/") ? folders.suffix(1) : folders[...]
        text += "output: \(String(repeating: "../", count: outwards.count))Sources/\(module)\n"
      } else {
        if option.name == "only", !tags.isEmpty {
          text += "# (tags: \(Self.list(tags)))\n"
        }
        text += "# \(option.name): \(value)\n"
      }
    }
    text += """

      # Several documents, each with settings of its own, in place of 'document'
      # \(SettingsFile.documents): [{document: FILE}, {document: FILE, namespace: NAME}]

      """
    return text
  }

  /// What stands in `Package.swift`.
  var manifest: String {
    let folders = path.split(separator: "/").map(String.init)
    let target = folders.drop { $0 != "Sources" }.dropFirst().first
    let plugin =
      isInTarget ? ",\n      plugins: [.plugin(name: \"ApusPlugin\", package: \"apus\")]" : ""
    // Without one, Swift takes the folder for no target's, and runs no plugin.
    let ownFile = isInTarget ? "  // with a Swift file of yours beside the document" : ""
    return """
        dependencies: [.package(path: "../apus")],  // where Apus is: a path, or a URL and a version
        targets: [
          .target(
            name: \(JSON.string(isInTarget ? target ?? module : module)),\(ownFile)
            dependencies: [.product(name: "ApusRuntime", package: "apus")]\(plugin)
          )
        ]

      """
  }

  /// A name of a module that a title suggests.
  private static func module(for title: String) -> String {
    let words = title.unicodeScalars.split { !$0.isASCII || !$0.properties.isAlphabetic }
    let name = words.prefix(4).map { word in
      String(String.UnicodeScalarView(word.prefix(1))).uppercased()
        + String(String.UnicodeScalarView(word.dropFirst()))
    }.joined()
    return name.isEmpty ? "API" : name.hasSuffix("API") ? name : name + "API"
  }

  private static func example(of option: Option<GenerationArguments>) -> String {
    switch option.form {
    case .flag: "true"
    case .choice(let words): words.joined(separator: "|")
    case .text, .path, .folder: option.valueName ?? ""
    case .pair(let pair):
      pair.keys.map { "{\($0.joined(separator: "|")): NAME}" }
        ?? "{\"\(option.valueName?.replacing("=", with: "\": ") ?? "")}"
    }
  }

  /// As many of some names as there is room for in a line.
  private static func list(_ names: [String]) -> String {
    var shown: [String] = []
    var room = 72
    for name in names.lazy.map(scalar) {
      room -= name.count + 2
      guard room >= 0 else { break }
      shown.append(name)
    }
    let more = names.count - shown.count
    return shown.joined(separator: ", ")
      + (more > 0 ? (shown.isEmpty ? "\(more)" : ", and \(more) more") : "")
  }

  /// A text as a scalar that YAML reads as nothing else.
  private static func scalar(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || "-_./".unicodeScalars.contains($0))
    }
    return isPlain && text.unicodeScalars.first?.properties.isAlphabetic == true
      ? text : HarmlessText.json(text)
  }
}
